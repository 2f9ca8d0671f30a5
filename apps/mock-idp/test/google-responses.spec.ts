import { expect, test } from 'vitest';
import { answerOf, halfHash, verified } from './support/answers.js';
import { callback, signIn, useStandIn } from './support/world.js';

const standIn = useStandIn();
const keys = '/oauth2/v3/certs';

const orders: Record<string, readonly string[]> = {
  code: ['state', 'iss', 'code', 'scope', 'authuser', 'prompt'],
  token: ['state', 'access_token', 'token_type', 'expires_in', 'scope', 'authuser', 'prompt'],
  id_token: ['state', 'id_token', 'authuser', 'prompt'],
  'code token': ['state', 'code', 'access_token', 'token_type', 'expires_in', 'scope', 'authuser', 'prompt'],
  'code id_token': ['state', 'code', 'scope', 'id_token', 'authuser', 'prompt'],
  'token id_token': [
    'state',
    'access_token',
    'token_type',
    'expires_in',
    'scope',
    'id_token',
    'authuser',
    'prompt',
  ],
  'code token id_token': [
    'state',
    'code',
    'access_token',
    'token_type',
    'expires_in',
    'scope',
    'id_token',
    'authuser',
    'prompt',
  ],
  none: ['state', 'iss', 'authuser', 'prompt'],
};

const nonceFor = (type: string): Record<string, string> => (type === 'token' ? {} : { nonce: 'a-nonce' });

const rows = Object.entries(orders).flatMap(([type, order]) =>
  [undefined, 'fragment', 'form_post'].map((mode) => ({ type, mode, order })),
);

test.each(rows)('G10: $type by response_mode $mode (raw HTTP)', async ({ type, mode, order }) => {
  const client = await standIn.client();
  const more = { response_type: type, ...nonceFor(type), ...(mode ? { response_mode: mode } : {}) };
  const back = await signIn(standIn, client, 'ada', more);
  const used = mode ?? (type.includes('token') ? 'fragment' : 'query');
  if (used === 'form_post') expect([back.status, back.posted.action]).toEqual([200, callback]);
  else expect(back.address.startsWith(`${callback}${used === 'query' ? '?' : '#'}`)).toBe(true);
  const answer = answerOf(back);
  expect([...answer.keys()]).toEqual(order);
  expect(answer.get('state')).toBe('a-state');
  const idToken = answer.get('id_token');
  if (!idToken) return;
  const claims = await verified(standIn.issuer(), keys, client.clientId, idToken);
  const [accessToken, code] = [answer.get('access_token'), answer.get('code')];
  expect(claims).toMatchObject({ nonce: 'a-nonce', azp: client.clientId, email: 'ada.osei@gmail.com' });
  expect(claims['at_hash']).toBe(accessToken ? halfHash(accessToken) : undefined);
  expect(claims['c_hash']).toBe(code ? halfHash(code) : undefined);
});

test.each(['token', 'code token', 'code token id_token'])(
  'G41: the access token of %s opens userinfo, and says Bearer for 3599 seconds (raw HTTP)',
  async (type) => {
    const back = await signIn(standIn, await standIn.client(), 'ada', {
      response_type: type,
      ...nonceFor(type),
    });
    const answer = back.fragment;
    expect([answer.get('token_type'), answer.get('expires_in')]).toEqual(['Bearer', '3599']);
    expect(answer.get('access_token')).toMatch(/^ya29\./);
    const response = await fetch(`${standIn.issuer()}/v1/userinfo`, {
      headers: { authorization: `Bearer ${answer.get('access_token')}` },
    });
    expect(await response.json()).toMatchObject({ sub: '109738264519203847561', name: 'Ada Osei' });
  },
);

test.each(['email profile', 'https://www.googleapis.com/auth/userinfo.email'])(
  'G38: whoever asks for %s gets openid along, and with it userinfo and an ID token (raw HTTP)',
  async (scope) => {
    const client = await standIn.client();
    const back = await signIn(standIn, client, 'ada', { response_type: 'code token', scope });
    expect(back.fragment.get('scope')?.split(' ')).toEqual(expect.arrayContaining(['openid', 'email']));
    const headers = { authorization: `Bearer ${back.fragment.get('access_token')}` };
    const userinfo = await fetch(`${standIn.issuer()}/v1/userinfo`, { headers });
    expect(await userinfo.json()).toMatchObject({ email: 'ada.osei@gmail.com' });
    const tokens = await standIn.token(client, { code: back.fragment.get('code') ?? '' });
    expect(await tokens.json()).toHaveProperty('id_token');
  },
);

test('G41: a Workspace account brings hd in the fragment too (raw HTTP)', async () => {
  const back = await signIn(standIn, await standIn.client(), 'dia', { response_type: 'token' });
  expect([...back.fragment.keys()].slice(-3)).toEqual(['authuser', 'hd', 'prompt']);
});

test.each(['code token', 'code id_token', 'code token id_token'])(
  'G10: the code of %s is good at the token endpoint (raw HTTP)',
  async (response_type) => {
    const client = await standIn.client();
    const back = await signIn(standIn, client, 'ada', { response_type, nonce: 'a-nonce' });
    const response = await standIn.token(client, { code: back.fragment.get('code') ?? '' });
    const { id_token } = (await response.json()) as { id_token: string };
    const claims = await verified(standIn.issuer(), keys, client.clientId, id_token);
    expect(claims).toMatchObject({ nonce: 'a-nonce', at_hash: expect.any(String) });
    expect(claims).not.toHaveProperty('c_hash');
  },
);

test('G10: the words of a response type come in any order (raw HTTP)', async () => {
  const back = await signIn(standIn, await standIn.client(), 'ada', {
    response_type: 'id_token token code',
    nonce: 'n',
  });
  expect([...back.fragment.keys()]).toEqual(orders['code token id_token']);
});

test('G42: a cancel comes back where the answer would have come (raw HTTP)', async () => {
  const client = await standIn.client();
  const open = async (more: Record<string, string>) =>
    (await standIn.browser().open(standIn.authorize(client, more))).cancel();
  const fragment = await open({ response_type: 'token' });
  expect(fragment.address).toBe(`${callback}#error=access_denied&state=a-state`);
  const posted = await open({ response_mode: 'form_post' });
  expect(posted.posted.members.toString()).toBe('error=access_denied&state=a-state');
});

test('G30: prompt=none fails in the fragment where the answer would be there (raw HTTP)', async () => {
  const client = await standIn.client();
  const more = { response_type: 'id_token', nonce: 'n', prompt: 'none' };
  const page = await standIn.browser().open(standIn.authorize(client, more));
  expect(page.address).toBe(`${callback}#error=login_required&state=a-state`);
});

test('the page that posts an answer runs its one script, and has a button without it', async () => {
  const client = await standIn.client({ name: '<script>Shop</script>' });
  const browser = standIn.browser();
  await signIn(standIn, client, 'ada', {}, browser);
  const address = standIn.authorize(client, { response_mode: 'form_post', state: '"><script>x</script>' });
  const page = await browser.open(address);
  expect(page.text.match(/<script>/g)).toHaveLength(1);
  expect(page.text).toContain('data-testid="continue"');
  expect(page.posted.members.get('state')).toContain('script');
});

test.each(['token id_token', 'code'])('a redirect URI on localhost takes %s', async (response_type) => {
  const redirectUris = ['http://localhost:4998/callback'];
  const client = await standIn.client({ redirectUris });
  const back = await signIn(standIn, client, 'ada', {
    response_type,
    nonce: 'n',
    redirect_uri: 'http://localhost:4998/callback',
  });
  expect(back.address).toMatch(/^http:\/\/localhost:4998\/callback[?#]state=a-state/);
});

test('G19: google-2025 sends no iss, and neither says that it would (raw HTTP)', async () => {
  const client = await standIn.client({ issuer: 'google-2025' });
  const back = await signIn(standIn, client, 'ada');
  expect(back.order).toEqual(['state', 'code', 'scope', 'authuser', 'prompt']);
  const tokens = await standIn.token(client, { code: back.query.get('code') ?? '' });
  expect(tokens.status).toBe(200);
});
