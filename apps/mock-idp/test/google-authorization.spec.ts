import { expect, test } from 'vitest';
import { callback, pkce, signIn, useStandIn } from './support/world.js';

const standIn = useStandIn();

const errorOf = async (more: Record<string, string>, without: readonly string[] = []) => {
  const client = await standIn.client();
  const address = new URL(standIn.authorize(client, more));
  for (const name of without) address.searchParams.delete(name);
  return standIn.browser().open(address.href);
};

test.each(['client_id', 'redirect_uri', 'response_type', 'scope'])(
  'G25: a request without %s gets an error page (raw HTTP)',
  async (name) => {
    const page = await errorOf({}, [name]);
    expect(page.heading).toBe('Error 400: invalid_request');
    expect(page.text).toContain(name);
  },
);

test.each([
  ['another path', 'http://shop.localhost:4999/other'],
  ['a trailing slash', `${callback}/`],
  ['another case', 'http://shop.localhost:4999/Callback'],
  ['another scheme', 'https://shop.localhost:4999/callback'],
])('G25: a redirect URI with %s does not match (raw HTTP)', async (_what, redirect_uri) => {
  expect((await errorOf({ redirect_uri })).heading).toBe('Error 400: redirect_uri_mismatch');
});

test('G25: a redirect URI is https, or http on this machine (raw HTTP)', async () => {
  const refused = standIn.client({ redirectUris: ['http://shop.example/callback'] });
  await expect(refused).rejects.toThrow(/redirectUris\.0: expected https/);
  await standIn.client({ redirectUris: ['https://shop.example/callback', 'http://localhost:1/callback'] });
});

test('G26: response_type id_token needs a nonce (raw HTTP)', async () => {
  const page = await errorOf({ response_type: 'id_token' });
  expect(page.heading).toBe('Error 400: invalid_request');
  expect(page.text).toContain('Nonce required');
});

test('G26: response_type token refuses a nonce (raw HTTP)', async () => {
  const page = await errorOf({ response_type: 'token', nonce: 'n' });
  expect(page.text).toContain('Parameter not allowed for this message type: nonce');
});

test.each(['login', 'create', 'none consent'])('G29: prompt=%s is not known (raw HTTP)', async (prompt) => {
  const page = await errorOf({ prompt });
  expect(page.heading).toBe('Error 400: invalid_request');
  expect(page.text).toContain('prompt');
});

test('G29: prompt=consent asks again, prompt=select_account shows the chooser again (raw HTTP)', async () => {
  const client = await standIn.client();
  const browser = standIn.browser();
  await signIn(standIn, client, 'ada', {}, browser);
  expect((await browser.open(standIn.authorize(client, { prompt: 'consent' }))).heading).toContain(
    'Share with',
  );
  const chooser = await browser.open(standIn.authorize(client, { prompt: 'select_account consent' }));
  expect(chooser.heading).toBe('Choose an account');
  expect((await chooser.choose('ada')).heading).toContain('Share with');
});

test('G30: prompt=none fails by redirect when nobody is signed in (raw HTTP)', async () => {
  const client = await standIn.client();
  const page = await standIn.browser().open(standIn.authorize(client, { prompt: 'none' }));
  expect(page.address).toBe(`${callback}?error=login_required&state=a-state`);
});

test('G30: prompt=none fails by redirect when consent is missing (raw HTTP)', async () => {
  const browser = standIn.browser();
  await signIn(standIn, await standIn.client(), 'ada', {}, browser);
  const page = await browser.open(standIn.authorize(await standIn.client(), { prompt: 'none' }));
  expect(page.query.get('error')).toBe('interaction_required');
});

test('G30: prompt=none fails when two accounts are signed in, and a hint decides (raw HTTP)', async () => {
  const client = await standIn.client();
  const browser = standIn.browser();
  await signIn(standIn, client, 'ada', {}, browser);
  await signIn(standIn, client, 'dia', { prompt: 'select_account' }, browser);
  const undecided = await browser.open(standIn.authorize(client, { prompt: 'none' }));
  expect(undecided.query.get('error')).toBe('interaction_required');
  const decided = await browser.open(
    standIn.authorize(client, { prompt: 'none', login_hint: 'ada.osei@gmail.com' }),
  );
  expect(decided.query.get('code')).toMatch(/^4\//);
  expect(decided.query.get('authuser')).toBe('0');
});

test('G31: hd narrows the chooser to one domain, an asterisk to every Workspace account (raw HTTP)', async () => {
  const client = await standIn.client();
  const chooser = await standIn.browser().open(standIn.authorize(client, { hd: 'larkspur.example' }));
  expect(chooser.accounts).toEqual(['noor', 'theo', 'ravi']);
  const any = await standIn.browser().open(standIn.authorize(client, { hd: '*' }));
  expect(any.accounts).toEqual(expect.arrayContaining(['dia', 'noor', 'theo', 'mei']));
  expect(any.accounts).not.toContain('petra');
});

test('G31: hd is no security: another account still gets in by its address (raw HTTP)', async () => {
  const client = await standIn.client();
  const chooser = await standIn.browser().open(standIn.authorize(client, { hd: 'larkspur.example' }));
  const back = await (await chooser.type('otto.brandt@nowhere.example')).allow();
  expect(back.query.has('code')).toBe(true);
  expect(back.query.has('hd')).toBe(false);
});

test.each(['ada.osei@gmail.com', '109738264519203847561'])(
  'G32: login_hint %s picks the account (raw HTTP)',
  async (login_hint) => {
    const client = await standIn.client();
    const chooser = await standIn.browser().open(standIn.authorize(client, { login_hint }));
    expect(chooser.accounts).toEqual(['ada']);
  },
);

test('G33: access_type is online or offline, and no scope asks for offline access (raw HTTP)', async () => {
  const client = await standIn.client();
  expect((await errorOf({ access_type: 'sometimes' })).heading).toBe('Error 400: invalid_request');
  const back = await signIn(standIn, client, 'ada', {
    access_type: 'offline',
    scope: 'openid offline_access',
  });
  const tokens = await standIn.token(client, { code: back.query.get('code') ?? '' });
  expect((await tokens.json()) as object).toMatchObject({ scope: 'openid' });
});

test('G42: a person who cancels the chooser sends access_denied and the state (raw HTTP)', async () => {
  const client = await standIn.client();
  const chooser = await standIn.browser().open(standIn.authorize(client));
  expect((await chooser.cancel()).address).toBe(`${callback}?error=access_denied&state=a-state`);
});

test('G42: a person who cancels the consent page sends access_denied and the state (raw HTTP)', async () => {
  const client = await standIn.client();
  const chooser = await standIn.browser().open(standIn.authorize(client));
  const back = await (await chooser.choose('ada')).cancel();
  expect(back.address).toBe(`${callback}?error=access_denied&state=a-state`);
});

test('G43: an unknown client gets a page of its own, and nothing goes to the redirect URI (raw HTTP)', async () => {
  const client = { ...(await standIn.client()), clientId: '1-nobody.apps.googleusercontent.com' };
  const page = await standIn.browser().open(standIn.authorize(client));
  expect(page.heading).toBe('Error 401: invalid_client');
  expect(new URL(page.address).pathname).toBe('/google/signin/oauth/error/v2');
  expect(page.query.get('client_id')).toBe(client.clientId);
  expect(page.query.get('authError')).toMatch(/^[\w+/]+=*$/);
});

test('G43: a parameter that oidc-provider refuses gets a page too (raw HTTP)', async () => {
  const page = await errorOf({ code_challenge: 'short', code_challenge_method: 'S256' });
  expect(page.heading).toBe('Error 400: invalid_request');
  expect(page.address.startsWith(standIn.issuer())).toBe(true);
});

test('G16: a plain challenge is met by the same verifier (raw HTTP)', async () => {
  const client = await standIn.client();
  const { verifier } = pkce();
  const back = await signIn(standIn, client, 'ada', { code_challenge: verifier });
  const tokens = await standIn.token(client, {
    code: back.query.get('code') ?? '',
    code_verifier: verifier,
  });
  expect(tokens.status).toBe(200);
});
