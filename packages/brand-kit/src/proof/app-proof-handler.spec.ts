import { expect, test, vi } from 'vitest';
import type { Attempt } from '../attempt.js';
import { appProofHandler } from './app-proof-handler.js';

const attempt = {
  attempt: 'a1',
  issuer: 'https://brand.example',
  clientId: 'chat',
  scope: 'openid',
  nonce: 'n1',
};
const seen = vi.fn<(attempt: Attempt) => void>();
const handler = appProofHandler({
  customerOf: async (token) => (token === 'adas-session' ? 'ada' : undefined),
  async proofFor(customer, asked) {
    seen(asked);
    return asked.clientId === 'chat' ? { idToken: `for ${customer}, ${asked.nonce}` } : undefined;
  },
  onFailure: (error) => expect.unreachable(String(error)),
});
const ask = (headers: Record<string, string> = {}, body: object = attempt, method = 'POST') =>
  handler(
    new Request('https://brand.example/api/app/chat-proof', {
      method,
      ...(method === 'POST' ? { body: JSON.stringify(body) } : {}),
      headers: { 'content-type': 'application/json', authorization: 'Bearer adas-session', ...headers },
    }),
  );

test('an app in session gets a proof for whom its session is, bound to the attempt', async () => {
  const response = await ask();
  expect(await response.json()).toEqual({ idToken: 'for ada, n1' });
  expect(response.headers.get('cache-control')).toBe('no-store');
});

test('an app cannot say for whom', async () => {
  const forged = { ...attempt, sub: 'ben', subject: 'ben', customer: 'ben', signedInAs: 'ben' };
  expect(await (await ask({}, forged)).json()).toEqual({ idToken: 'for ada, n1' });
  expect(seen.mock.lastCall?.[0]).toEqual(attempt);
});

test.each(['', 'Basic YWRhOmFkYQ==', 'Bearer', 'Bearer a b', 'Bearer nobodys-session'])(
  'without an app session there is no proof: %s',
  async (authorization) => {
    const response = await ask({ authorization, cookie: 'session=adas-session' });
    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toMatch(/^Bearer/);
  },
);

test('an attempt of no connection of the brand’s is refused', async () => {
  const response = await ask({}, { ...attempt, clientId: 'another-brands' });
  expect([response.status, await response.json()]).toEqual([400, { error: 'attempt_unknown' }]);
});

test('a page of another site is refused, also with a token, and no answer has CORS', async () => {
  for (const site of ['cross-site', 'same-site']) {
    const response = await ask({ 'sec-fetch-site': site, origin: 'https://evil.example' });
    expect(response.status).toBe(403);
    expect([...response.headers.keys()].filter((name) => name.startsWith('access-control-'))).toEqual([]);
  }
  expect((await ask({}, attempt, 'OPTIONS')).status).toBe(405);
  expect((await ask({}, attempt, 'GET')).status).toBe(405);
});

test('a form and a malformed attempt are refused', async () => {
  expect((await ask({ 'content-type': 'application/x-www-form-urlencoded' })).status).toBe(415);
  expect((await ask({}, { nonce: 1 })).status).toBe(400);
  expect((await ask({}, { ...attempt, padding: 'x'.repeat(9_000) })).status).toBe(400);
});
