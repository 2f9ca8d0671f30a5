import { CodeChallengeMethod, OAuth2Client } from 'google-auth-library';
import type { Client } from '../../src/control/index.js';
import { callback, type StandIn } from './world.js';

/** Google's own client, unmodified but for the addresses. */
export const endpointsAt = (issuer: string): Partial<OAuth2Client['endpoints']> => ({
  oauth2AuthBaseUrl: `${issuer}/o/oauth2/v2/auth`,
  oauth2TokenUrl: `${issuer}/token`,
  oauth2RevokeUrl: `${issuer}/revoke`,
  tokenInfoUrl: `${issuer}/tokeninfo`,
  oauth2FederatedSignonPemCertsUrl: `${issuer}/oauth2/v1/certs`,
  oauth2FederatedSignonJwkCertsUrl: `${issuer}/oauth2/v3/certs`,
});

export const googleClient = (standIn: StandIn, { clientId, clientSecret }: Client): OAuth2Client =>
  new OAuth2Client({
    clientId,
    clientSecret,
    redirectUri: callback,
    endpoints: endpointsAt(standIn.issuer()),
    issuers: [standIn.issuer()],
  });

/** A whole login with PKCE, by the library's own steps. */
export async function loginBy(
  standIn: StandIn,
  client: OAuth2Client,
  person: string,
  more: { readonly prompt?: string; readonly access_type?: string; readonly scope?: string[] } = {},
) {
  const { codeVerifier, codeChallenge = '' } = await client.generateCodeVerifierAsync();
  const address = client.generateAuthUrl({
    access_type: 'offline',
    scope: ['openid', 'email', 'profile'],
    state: 'a-state',
    code_challenge: codeChallenge,
    code_challenge_method: CodeChallengeMethod.S256,
    ...more,
  });
  const chosen = await (await standIn.browser().open(address)).choose(person);
  const back = chosen.status === 0 ? chosen : await chosen.allow();
  const { tokens } = await client.getToken({ code: back.query.get('code') ?? '', codeVerifier });
  client.setCredentials(tokens);
  return tokens;
}
