import { expect, test, vi } from 'vitest';
import { LoginRequired } from '../login-required.js';
import { proofHandler } from './proof-handler.js';

const attempt = {
  attempt: 'a1',
  issuer: 'https://brand.example',
  clientId: 'chat',
  scope: 'openid',
  nonce: 'n1',
};
const handler = proofHandler({
  customerOf: async (request) => request.headers.get('x-customer') ?? undefined,
  proofFor: async (customer) => ({ idToken: `for ${customer}` }),
  onFailure: (error) => expect.unreachable(String(error)),
});
const ask = (headers: Record<string, string> = {}, init: RequestInit = {}) =>
  handler(
    new Request('https://brand.example/api/chat-proof', {
      method: 'POST',
      body: JSON.stringify(attempt),
      headers: {
        'content-type': 'application/json',
        'sec-fetch-site': 'same-origin',
        'x-customer': 'ada',
        ...headers,
      },
      ...init,
    }),
  );

test('a customer in session gets a proof that no cache keeps', async () => {
  const response = await ask();
  expect(await response.json()).toEqual({ idToken: 'for ada' });
  expect(response.headers.get('cache-control')).toBe('no-store');
});

test('nobody in session is 401', async () => {
  const response = await ask(
    { 'sec-fetch-site': 'same-origin' },
    { headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' } },
  );
  expect(response.status).toBe(401);
});

test.each(['cross-site', 'same-site', 'none'])('a request from %s is refused', async (site) => {
  expect((await ask({ 'sec-fetch-site': site })).status).toBe(403);
});

const from = (headers: Record<string, string>) =>
  ask({}, { headers: { 'content-type': 'application/json', host: 'brand.example', ...headers } });

test('where a browser says no site, the origin decides, and without one nobody is asked for', async () => {
  expect((await from({ origin: 'https://brand.example', 'x-customer': 'ada' })).status).toBe(200);
  for (const origin of ['https://evil.example', 'https://brand.example.evil.example', 'null', ''])
    expect((await from({ origin, 'x-customer': 'ada' })).status).toBe(403);
  expect((await from({ 'x-customer': 'ada' })).status).toBe(403);
});

test('an origin that looks right does not outweigh a browser that says cross-site', async () => {
  const origin = 'https://brand.example';
  expect((await from({ origin, 'sec-fetch-site': 'cross-site', 'x-customer': 'ada' })).status).toBe(403);
});

test('no answer lets another origin read it, refused or not', async () => {
  const answers = [await ask(), await ask({ 'sec-fetch-site': 'cross-site' })];
  for (const { headers } of answers) {
    expect([...headers.keys()].filter((name) => name.startsWith('access-control-'))).toEqual([]);
    expect(headers.get('cache-control')).toBe('no-store');
  }
});

test('a form, a malformed attempt and another method are refused', async () => {
  expect((await ask({ 'content-type': 'text/plain' })).status).toBe(415);
  expect((await ask({ 'content-type': 'application/jsonx' })).status).toBe(415);
  expect((await ask({}, { body: '{"nonce":1}' })).status).toBe(400);
  expect((await ask({}, { method: 'GET', body: null })).status).toBe(405);
});

test('a backend that cannot make a proof says so without saying why', async () => {
  const onFailure = vi.fn();
  const broken = proofHandler({
    customerOf: async () => 'ada',
    proofFor: async () => Promise.reject(new Error('secret')),
    onFailure,
  });
  const headers = { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' };
  const response = await broken(
    new Request('https://brand.example/', { method: 'POST', body: JSON.stringify(attempt), headers }),
  );
  expect(response.status).toBe(502);
  expect(await response.text()).not.toContain('secret');
  expect(onFailure).toHaveBeenCalledOnce();
});

test('an attempt that wants a more recent sign-in is told so, and one of no connection of the brand’s too', async () => {
  const headers = { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' };
  const told = async (proofFor: () => Promise<undefined>) => {
    const asked = new Request('https://brand.example/', {
      method: 'POST',
      body: JSON.stringify(attempt),
      headers,
    });
    const handle = proofHandler({ customerOf: async () => 'ada', proofFor, onFailure: vi.fn() });
    const response = await handle(asked);
    return [response.status, await response.json()];
  };
  expect(await told(() => Promise.reject(new LoginRequired()))).toEqual([403, { error: 'login_required' }]);
  expect(await told(async () => undefined)).toEqual([400, { error: 'attempt_unknown' }]);
});
