import { expect, test } from 'vitest';
import { callback, signIn, useStandIn } from './support/world.js';

const standIn = useStandIn();

const open = async (more: Record<string, string>) => {
  const client = await standIn.client();
  return standIn.browser().open(standIn.authorize(client, more));
};

test.each(['id_token', 'code id_token', 'token id_token', 'code token id_token'])(
  'G26: %s without a nonce is refused (raw HTTP)',
  async (response_type) => {
    const page = await open({ response_type });
    expect(page.heading).toBe('Error 400: invalid_request');
    expect(page.text).toContain('Nonce required for response_type id_token.');
  },
);

test.each(['token', 'id_token', 'token id_token'])(
  'G27: code_challenge_method is not allowed for %s (raw HTTP)',
  async (response_type) => {
    const nonce: Record<string, string> = response_type === 'token' ? {} : { nonce: 'n' };
    const challenge = { code_challenge: 'x'.repeat(43), code_challenge_method: 'S256' };
    const page = await open({ response_type, ...nonce, ...challenge });
    expect(page.heading).toBe('Error 400: invalid_request');
    expect(page.text).toContain('Parameter not allowed for this message type: code_challenge_method');
  },
);

test('G28: claims may ask for members of the ID token (raw HTTP)', async () => {
  const claims = JSON.stringify({ id_token: { email: { essential: true } } });
  const back = await signIn(standIn, await standIn.client(), 'ada', { claims });
  expect(back.query.has('code')).toBe(true);
});

test.each([
  ['userinfo', JSON.stringify({ userinfo: { email: null } })],
  ['userinfo beside id_token', JSON.stringify({ id_token: {}, userinfo: {} })],
  ['no JSON', '{'],
  ['a list', '[]'],
  ['null', 'null'],
  ['an id_token that is text', '{"id_token":"email"}'],
  ['nothing', ''],
])('G28: claims with %s is an invalid request (raw HTTP)', async (_what, claims) => {
  const page = await open({ claims });
  expect(page.heading).toBe('Error 400: invalid_request');
  expect(page.text).toContain('claims');
});

test.each(['junk', 'code junk', 'code code', 'none code', 'token token', '__proto__', 'CODE', '%00'])(
  'response_type %s gets a page that names it',
  async (response_type) => {
    const page = await open({ response_type, nonce: 'n' });
    expect(page.heading).toBe('Error 400: invalid_request');
    expect(page.text).toContain('response_type');
  },
);

test.each([
  ['query', 'token'],
  ['query', 'code id_token'],
  ['web_message', 'code'],
  ['jwt', 'code'],
])('response_mode %s for %s gets a page', async (response_mode, response_type) => {
  const more: Record<string, string> = response_type === 'code id_token' ? { nonce: 'n' } : {};
  const page = await open({ response_mode, response_type, ...more });
  expect(page.heading).toBe('Error 400: invalid_request');
  expect(page.text).toContain('response_mode');
});

test.each(['token', 'id_token', 'none', 'code token id_token'])(
  'an unregistered redirect URI gets no answer of %s in any mode',
  async (response_type) => {
    for (const response_mode of ['fragment', 'form_post']) {
      const page = await open({ response_type, response_mode, redirect_uri: 'https://evil.example/' });
      expect(page.heading).toBe('Error 400: redirect_uri_mismatch');
      expect(page.text).not.toContain('evil.example');
    }
  },
);

test('prompt=none with another prompt is refused for every kind of answer', async () => {
  for (const response_type of ['code', 'token', 'none']) {
    const page = await open({ response_type, prompt: 'none select_account' });
    expect(page.heading).toBe('Error 400: invalid_request');
  }
});

test('a client cannot say for itself what the stand-in hides from oidc-provider', async () => {
  const back = await signIn(standIn, await standIn.client(), 'ada', { asked_response_type: 'token' });
  expect(back.query.has('code')).toBe(true);
  expect(back.fragment.size).toBe(0);
});

test('a parameter given twice gets a page', async () => {
  const client = await standIn.client();
  const page = await standIn.browser().open(`${standIn.authorize(client)}&scope=openid`);
  expect(page.heading).toBe('Error 400: invalid_request');
});

test('a request by POST is answered as one by GET', async () => {
  const client = await standIn.client();
  const { searchParams, origin, pathname } = new URL(standIn.authorize(client, { response_type: 'token' }));
  const chooser = await standIn.browser().open(`${origin}${pathname}`, Object.fromEntries(searchParams));
  const back = await (await chooser.choose('ada')).allow();
  expect(back.address.startsWith(`${callback}#state=a-state&access_token=`)).toBe(true);
});

test.each([
  [{ idTokenEncryption: { alg: 'RSA-OAEP-256', enc: 'A256GCM', jwksUri: 'https://shop.example/keys' } }],
  [{ backchannelLogoutUri: 'https://shop.example/logout' }],
  [{ postLogoutRedirectUris: ['https://shop.example/'] }],
] as const)('Google knows no client with %o', async (more) => {
  const [member] = Object.keys(more);
  await expect(standIn.client(more as object)).rejects.toThrow(new RegExp(`${member}: .*Google does not`));
});
