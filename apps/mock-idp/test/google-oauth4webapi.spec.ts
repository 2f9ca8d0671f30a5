import * as oauth from 'oauth4webapi';
import { beforeAll, expect, test } from 'vitest';
import type { Client } from '../src/control/index.js';
import { callback, signIn, useStandIn } from './support/world.js';

const standIn = useStandIn();
const insecure = { [oauth.allowInsecureRequests]: true };
let server: oauth.AuthorizationServer;

beforeAll(async () => {
  const issuer = new URL(standIn.issuer());
  server = await oauth.processDiscoveryResponse(issuer, await oauth.discoveryRequest(issuer, insecure));
});

type Login = {
  readonly redirectUri?: string;
  /** Sent at the exchange; another than the one the login began with is a mistake. */
  readonly verifier?: string | typeof oauth.nopkce;
  readonly auth?: oauth.ClientAuth;
  readonly by?: Client;
};

/** From the return of a browser to the answer of the token endpoint, as this client judges it. */
async function exchange(back: URL, registered: Client, login: Login = {}) {
  const { clientId, clientSecret } = login.by ?? registered;
  const client = { client_id: clientId };
  const judged = oauth.validateAuthResponse(server, client, back, 'a-state');
  const response = await oauth.authorizationCodeGrantRequest(
    server,
    client,
    login.auth ?? oauth.ClientSecretPost(clientSecret),
    judged,
    login.redirectUri ?? callback,
    login.verifier ?? oauth.nopkce,
    insecure,
  );
  return oauth.processAuthorizationCodeResponse(server, client, response);
}

const comeBack = async (client: Client, more: Record<string, string> = {}) =>
  new URL((await signIn(standIn, client, 'ada', more)).address);

const refusal = async (call: Promise<unknown>) => {
  const error = await call.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof oauth.ResponseBodyError)) throw error ?? new Error('it was not refused');
  return [error.status, error.error, error.error_description];
};

test('G37: the return names its issuer, and is taken (oauth4webapi)', async () => {
  const client = await standIn.client();
  const back = await comeBack(client);
  expect(back.searchParams.get('iss')).toBe(standIn.issuer());
  const tokens = await exchange(back, client);
  expect(oauth.getValidatedIdTokenClaims(tokens)?.iss).toBe(standIn.issuer());
});

test.each([
  ['client_secret_post', oauth.ClientSecretPost],
  ['client_secret_basic', oauth.ClientSecretBasic],
])('G14: a client says its secret by %s (oauth4webapi)', async (_name, auth) => {
  const client = await standIn.client();
  const tokens = await exchange(await comeBack(client), client, { auth: auth(client.clientSecret) });
  expect(tokens.access_token).toMatch(/^ya29\./);
});

test('G50: a public client is refused, PKCE or not (oauth4webapi)', async () => {
  const client = await standIn.client();
  const verifier = oauth.generateRandomCodeVerifier();
  const back = await comeBack(client, {
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  });
  expect(await refusal(exchange(back, client, { verifier, auth: oauth.None() }))).toEqual([
    400,
    'invalid_request',
    'client_secret is missing.',
  ]);
});

test('G51: an unknown client is not found (oauth4webapi)', async () => {
  const client = await standIn.client();
  const by = { ...client, clientId: '1-nobody.apps.googleusercontent.com' };
  expect(await refusal(exchange(await comeBack(client), client, { by }))).toEqual([
    401,
    'invalid_client',
    'The OAuth client was not found.',
  ]);
});

test('G52: a wrong secret is unauthorized, by either method (oauth4webapi)', async () => {
  const client = await standIn.client();
  for (const auth of [oauth.ClientSecretPost, oauth.ClientSecretBasic])
    expect(await refusal(exchange(await comeBack(client), client, { auth: auth('GOCSPX-wrong') }))).toEqual([
      401,
      'invalid_client',
      'Unauthorized',
    ]);
});

test('G54: a code that was used, and one of another client (oauth4webapi)', async () => {
  const client = await standIn.client();
  const back = await comeBack(client);
  await exchange(back, client);
  const bad = [400, 'invalid_grant', 'Bad Request'];
  expect(await refusal(exchange(back, client))).toEqual(bad);
  const by = await standIn.client();
  expect(await refusal(exchange(await comeBack(client), client, { by }))).toEqual(bad);
});

test('G55: a verifier that is missing, and one that is wrong (oauth4webapi)', async () => {
  const client = await standIn.client();
  const challenge = await oauth.calculatePKCECodeChallenge(oauth.generateRandomCodeVerifier());
  const back = await comeBack(client, { code_challenge: challenge, code_challenge_method: 'S256' });
  expect(await refusal(exchange(back, client))).toEqual([400, 'invalid_grant', 'Missing code verifier.']);
  const verifier = oauth.generateRandomCodeVerifier();
  expect(await refusal(exchange(back, client, { verifier }))).toEqual([
    400,
    'invalid_grant',
    'Invalid code verifier.',
  ]);
});

test('G56: another redirect URI at the exchange has an error code of its own (oauth4webapi)', async () => {
  const redirectUri = 'http://shop.localhost:4999/other';
  const client = await standIn.client({ redirectUris: [callback, redirectUri] });
  expect(await refusal(exchange(await comeBack(client), client, { redirectUri }))).toEqual([
    400,
    'redirect_uri_mismatch',
    'Bad Request',
  ]);
});

test('G57: a grant type that is none (oauth4webapi)', async () => {
  const { clientId, clientSecret } = await standIn.client();
  const client = { client_id: clientId };
  const auth = oauth.ClientSecretPost(clientSecret);
  const ask = async () => {
    const response = await oauth.genericTokenEndpointRequest(server, client, auth, 'magic', {}, insecure);
    return oauth.processGenericTokenEndpointResponse(server, client, response);
  };
  expect(await refusal(ask())).toEqual([400, 'unsupported_grant_type', 'Invalid grant_type: magic']);
});

test('G73: a bad token is answered with a challenge (oauth4webapi)', async () => {
  const client = { client_id: 'any' };
  const ask = async () => {
    const response = await oauth.userInfoRequest(server, client, 'ya29.bad', insecure);
    return oauth.processUserInfoResponse(server, client, oauth.skipSubjectCheck, response);
  };
  const error = await ask().catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(oauth.WWWAuthenticateChallengeError);
  const [challenge] = (error as oauth.WWWAuthenticateChallengeError).cause;
  expect(challenge).toMatchObject({
    scheme: 'bearer',
    parameters: { realm: `${standIn.issuer()}/`, error: 'invalid_token' },
  });
});
