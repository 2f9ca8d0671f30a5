import { X509Certificate } from 'node:crypto';
import { CodeChallengeMethod, OAuth2Client } from 'google-auth-library';
import { expect, test } from 'vitest';
import { signed } from '../src/issuer/sign.js';
import { endpointsAt, googleClient, loginBy } from './support/google-auth-library.js';
import { insideStandIn } from './support/inside.js';
import { callback, useStandIn } from './support/world.js';

const inside = insideStandIn();
const standIn = useStandIn(inside.start);
const ada = '109738264519203847561';

/** What Google's client throws for an error of the server. */
const failure = async (call: Promise<unknown>) => {
  const error = await call.then(
    () => undefined,
    (thrown: { status?: number; response?: { data?: unknown } }) => thrown,
  );
  return [error?.status, error?.response?.data];
};

test('google-auth-library logs in, verifies, refreshes, asks about its token and revokes it', async () => {
  const registered = await standIn.client();
  const client = googleClient(standIn, registered);
  const tokens = await loginBy(standIn, client, 'ada');
  const ticket = await client.verifyIdToken({
    idToken: tokens.id_token ?? '',
    audience: registered.clientId,
  });
  expect(ticket.getPayload()).toMatchObject({ sub: ada, email: 'ada.osei@gmail.com' });
  const { credentials } = await client.refreshAccessToken();
  expect(credentials.access_token).not.toBe(tokens.access_token);
  const told = await client.getTokenInfo(credentials.access_token ?? '');
  expect(told).toMatchObject({ aud: registered.clientId, sub: ada });
  expect((await client.revokeToken(credentials.access_token ?? '')).data).toEqual({});
  await expect(client.refreshAccessToken()).rejects.toThrow(/invalid_grant/);
});

test('G16: PKCE with plain and with S256 (google-auth-library)', async () => {
  const client = googleClient(standIn, await standIn.client());
  const { codeVerifier } = await client.generateCodeVerifierAsync();
  const address = client.generateAuthUrl({
    scope: ['openid'],
    code_challenge: codeVerifier,
    code_challenge_method: CodeChallengeMethod.Plain,
  });
  const back = await (await (await standIn.browser().open(address)).choose('ada')).allow();
  const { tokens } = await client.getToken({ code: back.query.get('code') ?? '', codeVerifier });
  expect(tokens.access_token).toMatch(/^ya29\./);
  expect(await loginBy(standIn, googleClient(standIn, await standIn.client()), 'ada')).toHaveProperty(
    'id_token',
  );
});

test('G23: /oauth2/v1/certs maps each key id to a PEM certificate of the same key (google-auth-library)', async () => {
  const client = googleClient(standIn, await standIn.client());
  const { certs } = await client.getFederatedSignonCerts();
  const published = await inside.root.issuers[0]?.world.keys.published();
  expect(Object.keys(certs)).toEqual(published?.map(({ kid }) => kid));
  for (const { kid, n } of published ?? []) {
    const certificate = new X509Certificate(String(certs[kid]));
    expect(certificate.publicKey.export({ format: 'jwk' }).n).toBe(n);
    expect(certificate.verify(certificate.publicKey)).toBe(true);
  }
});

test('G23: certificates may be kept as long as keys (raw HTTP)', async () => {
  const [one, other] = await Promise.all(
    ['v1', 'v3'].map((version) => fetch(`${standIn.issuer()}/oauth2/${version}/certs`)),
  );
  expect(one?.headers.get('cache-control')).toBe(other?.headers.get('cache-control'));
  expect(await one?.text()).not.toContain('PRIVATE');
});

test('G45: getToken gets an access token, its end, scopes and an ID token (google-auth-library)', async () => {
  const before = Date.now();
  const tokens = await loginBy(standIn, googleClient(standIn, await standIn.client()), 'ada');
  expect(tokens.access_token).toMatch(/^ya29\./);
  expect(tokens.refresh_token).toMatch(/^1\/\//);
  expect(tokens.token_type).toBe('Bearer');
  expect(Math.round(((tokens.expiry_date ?? 0) - before) / 1000)).toBeGreaterThanOrEqual(3599);
  expect(tokens.scope?.split(' ').sort()).toEqual([
    'https://www.googleapis.com/auth/userinfo.email',
    'https://www.googleapis.com/auth/userinfo.profile',
    'openid',
  ]);
});

test('G47: a later login gives no refresh token, prompt=consent gives one again (google-auth-library)', async () => {
  const client = googleClient(standIn, await standIn.client());
  expect(await loginBy(standIn, client, 'ada')).toHaveProperty('refresh_token');
  expect(await loginBy(standIn, client, 'ada')).not.toHaveProperty('refresh_token');
  expect(await loginBy(standIn, client, 'ada', { prompt: 'consent' })).toHaveProperty('refresh_token');
});

test('G48: a refresh gives an access token and an ID token that verifies, and keeps the refresh token (google-auth-library)', async () => {
  const registered = await standIn.client();
  const client = googleClient(standIn, registered);
  const first = await loginBy(standIn, client, 'ada');
  const { credentials } = await client.refreshAccessToken();
  expect(credentials.refresh_token).toBe(first.refresh_token);
  const idToken = credentials.id_token ?? '';
  const ticket = await client.verifyIdToken({ idToken, audience: registered.clientId });
  expect(ticket.getUserId()).toBe(ada);
});

test('G58: the error of a dead refresh token (google-auth-library)', async () => {
  const client = googleClient(standIn, await standIn.client());
  const { refresh_token } = await loginBy(standIn, client, 'ada');
  await client.revokeToken(refresh_token ?? '');
  expect(await failure(client.refreshAccessToken())).toEqual([
    400,
    { error: 'invalid_grant', error_description: 'Token has been expired or revoked.' },
  ]);
});

test('G62: Google’s client takes the issuers it is given, and refuses another (google-auth-library)', async () => {
  const registered = await standIn.client();
  const client = googleClient(standIn, registered);
  const { id_token: idToken } = await loginBy(standIn, client, 'ada');
  const request = { idToken: idToken ?? '', audience: registered.clientId };
  expect((await client.verifyIdToken(request)).getPayload()?.iss).toBe(standIn.issuer());
  const strict = new OAuth2Client({ endpoints: endpointsAt(standIn.issuer()) });
  await expect(strict.verifyIdToken(request)).rejects.toThrow(/Invalid issuer/);
});

test('G72: userinfo by the client’s own request (google-auth-library)', async () => {
  const client = googleClient(standIn, await standIn.client());
  await loginBy(standIn, client, 'ada');
  const { data } = await client.request({ url: `${standIn.issuer()}/oauth2/v3/userinfo` });
  expect(data).toMatchObject({ sub: ada, email: 'ada.osei@gmail.com', email_verified: true });
});

test('G75: getTokenInfo asks by POST with Bearer and is told in strings (google-auth-library)', async () => {
  const registered = await standIn.client();
  const client = googleClient(standIn, registered);
  const { access_token } = await loginBy(standIn, client, 'ada');
  const { scopes, expiry_date, ...told } = await client.getTokenInfo(access_token ?? '');
  expect(scopes).toContain('openid');
  expect(expiry_date).toBeGreaterThan(Date.now());
  expect(told).toEqual({
    azp: registered.clientId,
    aud: registered.clientId,
    sub: ada,
    exp: expect.stringMatching(/^\d{10}$/),
    email: 'ada.osei@gmail.com',
    email_verified: 'true',
    access_type: 'offline',
  });
});

test('G76: getTokenInfo of a bad token (google-auth-library)', async () => {
  const client = googleClient(standIn, await standIn.client());
  expect(await failure(client.getTokenInfo('ya29.bad'))).toEqual([
    400,
    { error: 'invalid_token', error_description: 'Invalid Value' },
  ]);
});

test('G77: revokeToken is answered with an empty object, and a dead token is refused (google-auth-library)', async () => {
  const client = googleClient(standIn, await standIn.client());
  const { access_token } = await loginBy(standIn, client, 'ada');
  const revoked = await client.revokeToken(access_token ?? '');
  expect([revoked.status, revoked.data]).toEqual([200, {}]);
  expect(await failure(client.revokeToken(access_token ?? ''))).toEqual([
    400,
    { error: 'invalid_token', error_description: 'Token expired or revoked' },
  ]);
});

test('G78: revoking the access token ends the refresh token, and the other way round (google-auth-library)', async () => {
  const client = googleClient(standIn, await standIn.client());
  for (const which of ['access_token', 'refresh_token'] as const) {
    const tokens = await loginBy(standIn, client, 'ada');
    expect(tokens.refresh_token).toBeDefined();
    await client.revokeToken(tokens[which] ?? '');
    await expect(client.refreshAccessToken()).rejects.toThrow(/invalid_grant/);
    await expect(client.getTokenInfo(tokens.access_token ?? '')).rejects.toThrow(/invalid_token/);
  }
});

test('G83: Google’s verifier allows 300 seconds of skew either way (google-auth-library)', async () => {
  const registered = await standIn.client();
  const client = googleClient(standIn, registered);
  const verifyAfter = async (seconds: number) => {
    inside.root.clock.move(new Date(Date.now() + seconds * 1000));
    const { id_token: idToken } = await loginBy(standIn, client, 'ada');
    inside.root.clock.reset();
    return client.verifyIdToken({ idToken: idToken ?? '', audience: registered.clientId });
  };
  await expect(verifyAfter(-3600 - 240)).resolves.toBeDefined();
  await expect(verifyAfter(-3600 - 330)).rejects.toThrow(/Token used too late/);
  await expect(verifyAfter(240)).resolves.toBeDefined();
  await expect(verifyAfter(330)).rejects.toThrow(/Token used too early/);
});

test('G83: Google’s verifier refuses a token that ends more than a day ahead (google-auth-library)', async () => {
  const { clientId: aud, ...rest } = await standIn.client();
  const client = googleClient(standIn, { clientId: aud, ...rest });
  const keys = inside.root.issuers[0]?.world.keys;
  const key = await keys?.current();
  if (!key) throw new Error('there is no key');
  const iat = Math.floor(Date.now() / 1000);
  const verify = async (life: number) => {
    const claims = { iss: standIn.issuer(), azp: aud, aud, sub: ada, iat, exp: iat + life };
    return client.verifyIdToken({ idToken: await signed(claims, key), audience: aud });
  };
  await expect(verify(86_400 - 60)).resolves.toBeDefined();
  await expect(verify(86_400 + 60)).rejects.toThrow(/Expiration time too far in future/);
});

test('G9: the four hosts of Google hold when a client maps each to the one base (google-auth-library)', async () => {
  const hosts = new Set<string>();
  const mapped = (address: string): string => {
    const { hostname, pathname, search } = new URL(address);
    hosts.add(hostname);
    return `${standIn.issuer()}${pathname}${search}`;
  };
  const registered = await standIn.client();
  // Google's own addresses: none is told to the client.
  const client = new OAuth2Client({
    clientId: registered.clientId,
    clientSecret: registered.clientSecret,
    redirectUri: callback,
    issuers: [standIn.issuer()],
    transporterOptions: {
      fetchImplementation: (input, init) =>
        fetch(mapped(String(input instanceof Request ? input.url : input)), init),
    },
  });
  const address = client.generateAuthUrl({ access_type: 'offline', scope: ['openid', 'email'] });
  const back = await (await (await standIn.browser().open(mapped(address))).choose('ada')).allow();
  const { tokens } = await client.getToken(back.query.get('code') ?? '');
  client.setCredentials(tokens);
  await client.verifyIdToken({ idToken: tokens.id_token ?? '', audience: registered.clientId });
  const { data } = await client.request({ url: 'https://openidconnect.googleapis.com/v1/userinfo' });
  expect(data).toMatchObject({ sub: ada });
  await client.revokeToken(tokens.refresh_token ?? '');
  expect([...hosts].sort()).toEqual([
    'accounts.google.com',
    'oauth2.googleapis.com',
    'openidconnect.googleapis.com',
    'www.googleapis.com',
  ]);
});
