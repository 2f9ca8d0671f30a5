import type Provider from 'oidc-provider';
import type { Person } from '../people/index.js';
import type { TokenAnswer } from '../profiles/index.js';
import type { World } from '../world/index.js';
import { claimsOf } from './accounts.js';
import { sealed } from './encrypt.js';
import { signed } from './sign.js';

export type Issued = {
  readonly grantId: string;
  readonly clientId: string;
  readonly subject: string;
  readonly scope: string;
  readonly authTime: number | undefined;
  readonly grantType: string;
  /** The session at this issuer, where it goes on. */
  readonly sid?: string;
  readonly more?: Pick<TokenAnswer, 'refresh_token' | 'refresh_token_expires_in'>;
};

const idTokenSeconds = 3600;

async function idTokenOf(world: World, person: Person, issued: Issued, accessToken: string) {
  const iat = world.clock.seconds;
  const parts = {
    signed: {
      ...claimsOf(person, issued.subject, issued.scope),
      iss: world.issuer,
      aud: issued.clientId,
      iat,
      exp: iat + idTokenSeconds,
    },
    extra: person.claims[world.key] ?? {},
    accessToken,
    acr: undefined,
    authTime: issued.authTime,
    sid: issued.sid,
  };
  const token = await signed(world.profile.idToken(parts), await world.keys.current());
  return sealed(world, issued.clientId, token);
}

/** What a grant that is there already brings: an access token that oidc-provider knows, and an ID token without a nonce. */
export async function issue(
  world: World,
  provider: Provider,
  person: Person,
  issued: Issued,
): Promise<Record<string, unknown>> {
  const { profile } = world;
  const { grantId, clientId, subject, scope, grantType, more } = issued;
  const client = await provider.Client.find(clientId);
  if (!client) throw new Error('a grant was given to a client that is gone');
  const token = new provider.AccessToken({ accountId: subject, client, grantId, gty: grantType, scope });
  const accessToken = `${profile.accessTokenPrefix}${await token.save()}`;
  const wantsIdToken = scope.split(' ').includes('openid');
  return profile.tokens({
    access_token: accessToken,
    expires_in: profile.accessTokenSeconds,
    scope,
    id_token: wantsIdToken ? await idTokenOf(world, person, issued, accessToken) : undefined,
    ...more,
  });
}
