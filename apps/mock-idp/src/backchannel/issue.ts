import { randomBytes } from 'node:crypto';
import type { Provider } from 'oidc-provider';
import type { Client } from '../clients/index.js';
import type { World } from '../world/index.js';
import { CodeRefused } from './refusal.js';
import type { CodeRequest } from './request.js';

const skew = 60;

function judge(world: World, backend: Client, asked: CodeRequest, now: number): void {
  if (!backend.codesFor.includes(asked.clientId))
    throw new CodeRefused(
      403,
      'unauthorized_client',
      `This backend may not ask for codes for ${asked.clientId}.`,
    );
  const client = world.clients.find(world.key, asked.clientId);
  if (!client) throw new CodeRefused(400, 'invalid_request', `There is no client ${asked.clientId}.`);
  if (!client.redirectUris.includes(asked.redirectUri))
    throw new CodeRefused(400, 'invalid_request', 'redirectUri: not registered for this client.');
  if (!world.people.bySubject(world.key, asked.sub))
    throw new CodeRefused(400, 'access_denied', `There is no customer ${asked.sub}.`);
  const { authTime = now, maxAge } = asked;
  if (authTime > now + skew) throw new CodeRefused(400, 'invalid_request', 'authTime: lies in the future.');
  if (maxAge !== undefined && now - authTime > maxAge)
    throw new CodeRefused(400, 'login_required', 'The customer signed in longer ago than maxAge.');
}

/** An ordinary authorization code: bound to client, redirect URI, nonce and challenge, and for one use. */
export async function issueCode(
  world: World,
  provider: Provider,
  backend: Client,
  asked: CodeRequest,
): Promise<string> {
  const { seconds: now, ahead } = world.clock;
  judge(world, backend, asked, now);
  const client = await provider.Client.find(asked.clientId);
  if (!client) throw new CodeRefused(400, 'invalid_request', `There is no client ${asked.clientId}.`);
  const grant = new provider.Grant({ accountId: asked.sub, clientId: asked.clientId });
  grant.addOIDCScope(asked.scope);
  const grantId = await grant.save();
  const sid = randomBytes(16).toString('base64url');
  const { clientId, sub: subject } = asked;
  world.sessions.put({ sid, clientId, subject, browser: undefined });
  const login = { clientId, subject, sid, state: undefined, loginHint: undefined };
  world.logins.put(grantId, { ...login, offline: false, consentShown: false });
  const [acr] = asked.acrValues?.split(' ') ?? [];
  const code = new provider.AuthorizationCode({
    accountId: asked.sub,
    acr,
    // oidc-provider counts in the machine's time.
    authTime: (asked.authTime ?? now) - ahead,
    client,
    codeChallenge: asked.codeChallenge,
    codeChallengeMethod: asked.codeChallengeMethod,
    grantId,
    gty: 'authorization_code',
    nonce: asked.nonce,
    redirectUri: asked.redirectUri,
    scope: asked.scope,
  });
  return `${world.profile.codePrefix}${await code.save()}`;
}
