import { compactVerify, createLocalJWKSet } from 'jose';
import { z } from 'zod';
import type { Client } from '../../clients/index.js';
import type { World } from '../../world/index.js';

/** A logout that was asked for as it should be. */
export type Logout = {
  readonly client: Client | undefined;
  /** Of whom and of which session the client spoke. */
  readonly sid: string | undefined;
  /** Where to go when it is done, with `state`. */
  readonly returnTo: string | undefined;
};

/** A sentence for the developer who sent the request. */
export class LogoutRefused extends Error {
  override readonly name = 'LogoutRefused';
}

const claims = z.looseObject({
  iss: z.string(),
  aud: z.string(),
  sub: z.string(),
  sid: z.string().optional(),
});

/** An ID token of ours: old is good enough, by a key that is still published. */
async function hinted(world: World, hint: string | null) {
  if (!hint) return undefined;
  if (hint.split('.').length === 5)
    throw new LogoutRefused('id_token_hint: is encrypted, expected the signed token that was inside');
  const keys = createLocalJWKSet({ keys: [...(await world.keys.published())] });
  const verified = await compactVerify(hint, keys, { algorithms: ['RS256'] }).catch(() => undefined);
  const { data } = claims.safeParse(verified && parsed(verified.payload));
  if (data?.iss === world.issuer) return data;
  throw new LogoutRefused('id_token_hint: expected an ID token of this issuer');
}

function parsed(payload: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(payload));
  } catch {
    return undefined;
  }
}

function returnTo(client: Client | undefined, query: URLSearchParams): string | undefined {
  const address = query.get('post_logout_redirect_uri');
  if (!address) return undefined;
  if (!client)
    throw new LogoutRefused('post_logout_redirect_uri: expected with id_token_hint or client_id only');
  if (!client.postLogoutRedirectUris?.includes(address))
    throw new LogoutRefused('post_logout_redirect_uri: expected one that is registered for this client');
  const state = query.get('state');
  if (state === null) return address;
  return `${address}${address.includes('?') ? '&' : '?'}state=${encodeURIComponent(state)}`;
}

/** OpenID Connect RP-Initiated Logout 1.0, section 2. */
export async function readLogout(world: World, query: URLSearchParams): Promise<Logout> {
  const hint = await hinted(world, query.get('id_token_hint'));
  const named = query.get('client_id');
  if (hint && named && hint.aud !== named)
    throw new LogoutRefused('client_id: expected the client that the id_token_hint was made for');
  const clientId = hint?.aud ?? named;
  const client = clientId ? world.clients.find(world.key, clientId) : undefined;
  if (clientId && !client) throw new LogoutRefused(`client_id: there is no client ${clientId}`);
  return { client, sid: hint?.sid, returnTo: returnTo(client, query) };
}
