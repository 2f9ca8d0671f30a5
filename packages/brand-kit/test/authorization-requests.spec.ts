import { authorizationCodeGrant, implicitAuthentication, useIdTokenResponseType } from 'openid-client';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { Brand, backFrom, CALLBACK, checks, OTHER, visit, WITH_QUERY } from './brand.js';

let brand: Brand;
beforeAll(async () => {
  brand = await Brand.open();
});
afterAll(() => brand.close());
beforeEach(() => brand.signIn());

test('a query of the redirect URI stays', async () => {
  const { to } = await brand.begin({ redirect_uri: WITH_QUERY });
  const back = await backFrom(to);
  expect([back.searchParams.get('brand'), back.searchParams.has('code')]).toEqual(['acme', true]);
});

test('a client that may not have ID tokens gets none', async () => {
  const config = await brand.client(undefined, OTHER.clientId);
  const { to } = await brand.begin({ response_type: 'id_token' }, config);
  expect((await backFrom(to)).hash).toContain('error=unauthorized_client');
});

test('nobody signed in is sent to the login page, and comes back to a code', async () => {
  const signedIn = brand.customer;
  brand.customer = undefined;
  const config = await brand.client();
  const { verifier, to } = await brand.begin({}, config);
  const login = await backFrom(to);
  expect(login.pathname).toBe('/login');
  brand.customer = signedIn;
  const returnTo = login.searchParams.get('to') ?? '';
  const tokens = await authorizationCodeGrant(config, await backFrom(returnTo), checks(verifier));
  expect(tokens.claims()?.sub).toBe('cust-1');
  expect((await visit(returnTo)).status).toBe(400);
});

test('whoever comes back from the login page as they went has declined', async () => {
  brand.customer = undefined;
  const { to } = await brand.begin();
  const returnTo = (await backFrom(to)).searchParams.get('to') ?? '';
  expect((await backFrom(returnTo)).searchParams.get('error')).toBe('access_denied');
});

test('without a page nobody is sent anywhere', async () => {
  const config = await brand.client();
  const told = async (more: Record<string, string>) => {
    const { to } = await brand.begin({ prompt: 'none', ...more }, config);
    return (await backFrom(to)).searchParams;
  };
  expect((await told({})).get('code')).toBeTruthy();
  brand.pass(61_000);
  expect((await told({ max_age: '60' })).get('error')).toBe('login_required');
  brand.customer = undefined;
  expect((await told({})).get('error')).toBe('login_required');
});

test('a sign-in anew is not had by coming back with the old one', async () => {
  const config = await brand.client();
  for (const demand of [{ prompt: 'login' }, { max_age: '60' }]) {
    brand.signIn();
    brand.pass(61_000);
    const { to } = await brand.begin(demand, config);
    const login = await backFrom(to);
    expect(login.searchParams.get('anew')).toBe('true');
    const still = await backFrom(login.searchParams.get('to') ?? '');
    expect(still.searchParams.get('error')).toBe('login_required');

    const again = await brand.begin(demand, config);
    const returnTo = (await backFrom(again.to)).searchParams.get('to') ?? '';
    brand.customer = { subject: 'cust-1', authTime: brand.clock };
    expect((await backFrom(returnTo)).searchParams.get('code')).toBeTruthy();
  }
});

test('an ID token comes in the fragment, and a foreign client takes it', async () => {
  const config = await brand.client();
  useIdTokenResponseType(config);
  const { to } = await brand.begin({ response_type: 'id_token' }, config);
  const back = await backFrom(to);
  const claims = await implicitAuthentication(config, back, 'a-nonce', { expectedState: 'a-state' });
  expect(claims).toMatchObject({ sub: 'cust-1', nonce: 'a-nonce' });
  expect(claims.at_hash).toBeUndefined();
});

test('an ID token comes by a form that sends itself to the one address', async () => {
  const { to } = await brand.begin({
    response_type: 'id_token',
    response_mode: 'form_post',
    redirect_uri: WITH_QUERY,
    state: '"><script>',
  });
  const response = await visit(to);
  const page = await response.text();
  expect(page).toContain('action="https://chat.example/other?brand=acme"');
  expect(page).toContain('value="&#34;&#62;&#60;script&#62;"');
  expect(response.headers.get('content-security-policy')).toContain('form-action https://chat.example');
  expect(response.headers.get('referrer-policy')).toBe('no-referrer');
});

test('anything else at the service is not there', async () => {
  expect((await visit(`${brand.issuer}/register`)).status).toBe(404);
  expect((await fetch(`${brand.issuer}/jwks`, { method: 'POST' })).status).toBe(405);
});

const notRegistered = [
  `${CALLBACK}/`,
  `${CALLBACK}?brand=acme`,
  `${CALLBACK}#x`,
  'https://chat.example@evil.example/window/callback/1',
  CALLBACK.toUpperCase(),
  'https://chat.example/window/../window/callback/1',
  'https://chat.example.evil.example/window/callback/1',
  '',
  'javascript:alert(1)',
];

test('a redirect URI that is not the registered one, letter by letter, is refused on a page', async () => {
  for (const redirect_uri of notRegistered) {
    const { to } = await brand.begin({ redirect_uri });
    const response = await visit(to);
    expect([response.status, response.headers.get('location')], redirect_uri).toEqual([400, null]);
    expect(response.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(await response.text()).toContain('redirect_uri');
  }
});

test.each([
  ['without PKCE', { code_challenge: '' }, 'invalid_request'],
  ['with a plain challenge', { code_challenge_method: 'plain' }, 'invalid_request'],
  ['without openid', { scope: 'email' }, 'invalid_scope'],
  ['for a token', { response_type: 'token' }, 'unsupported_response_type'],
  ['for both', { response_type: 'code id_token' }, 'unsupported_response_type'],
  ['with an ID token in the query', { response_type: 'id_token', response_mode: 'query' }, 'invalid_request'],
  ['for an ID token without a nonce', { response_type: 'id_token', nonce: '' }, 'invalid_request'],
  ['with a request object', { request: 'e30.e30.' }, 'request_not_supported'],
  ['with prompt=none and more', { prompt: 'none login' }, 'invalid_request'],
  ['with a max_age that is none', { max_age: '-1' }, 'invalid_request'],
])('a request %s goes back with an error, state and iss', async (_, change, error) => {
  const { to } = await brand.begin(change);
  const back = await backFrom(to);
  const told = back.hash ? new URLSearchParams(back.hash.slice(1)) : back.searchParams;
  expect(Object.fromEntries(told)).toMatchObject({ error, state: 'a-state', iss: brand.issuer });
});
