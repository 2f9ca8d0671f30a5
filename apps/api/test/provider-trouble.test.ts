import { createHash, randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { RejectionReason } from '@countersign/claims';
import { type AttemptView, type Proof, sessionView } from '@countersign/contracts';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { goodClaims } from './house/envelope.js';
import { type House, openHouse } from './house/house.js';
import { CALLBACK, code, type Larkspur, makeLarkspur, ORIGIN } from './house/larkspur.js';
import type { Page } from './house/page.js';
import { json, ScriptedProvider } from './house/provider.js';

let house: House;
let provider: ScriptedProvider;
let larkspur: Larkspur;
let page: Page;

beforeAll(async () => {
  [house, provider] = await Promise.all([openHouse(), ScriptedProvider.start()]);
  larkspur = await makeLarkspur(
    house,
    [
      code('code', provider.url),
      code('posting', provider.url, { tokenAuthMethod: 'client_secret_post' }),
      code('profile', provider.url, {
        userinfo: true,
        mapping: { name: 'name', phone_number: 'phone_number' },
      }),
    ],
    { issuers: [{ url: provider.url, label: 'Scripted' }] },
  );
});
afterAll(async () => {
  await house.close();
  await provider.stop();
});
beforeEach(async () => {
  provider.honest();
  provider.asked.length = 0;
  page = await larkspur.page();
  // Past the breaker.
  house.later({ seconds: 30 });
});

const claimsFor = (attempt: AttemptView, more: Record<string, unknown> = {}) => ({
  ...goodClaims(attempt, house.now(), provider.url),
  ...more,
});
const grant = async (attempt: AttemptView, more: Record<string, unknown> = {}) =>
  provider.grants(await provider.signer.sign(claimsFor(attempt, more)));
const present = (attempt: AttemptView, more: Partial<Extract<Proof, { code: string }>> = {}) =>
  page.prove(attempt, { code: randomUUID(), ...more });
const halfHash = (value: string) =>
  createHash('sha256').update(value).digest().subarray(0, 16).toString('base64url');

function gate() {
  let open: () => void = () => undefined;
  const passed = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open: () => open(), passed };
}

test('the code goes to the token endpoint with client, verifier and the very redirect URI', async () => {
  const attempt = await page.attempt('code');
  await grant(attempt);
  expect((await present(attempt, { code: 'the-code' })).status).toBe(200);
  const asked = provider.asked.find(({ endpoint }) => endpoint === 'token');
  expect(Object.fromEntries(asked?.form ?? [])).toEqual({
    grant_type: 'authorization_code',
    code: 'the-code',
    redirect_uri: CALLBACK,
    code_verifier: expect.any(String),
  });
  const verifier = asked?.form.get('code_verifier') ?? '';
  expect(createHash('sha256').update(verifier).digest('base64url')).toBe(attempt.codeChallenge);
  expect(asked?.authorization).toBe(`Basic ${btoa('chat-of-larkspur:secret-of-the-chat')}`);
});

test('a connection may send its secret in the body instead', async () => {
  const attempt = await page.attempt('posting');
  await grant(attempt);
  expect((await present(attempt)).status).toBe(200);
  const asked = provider.asked.find(({ endpoint }) => endpoint === 'token');
  expect(asked?.authorization).toBeUndefined();
  expect(asked?.form.get('client_secret')).toBe('secret-of-the-chat');
});

test('a second registered redirect URI goes through unchanged', async () => {
  const attempt = await page.attempt('code');
  await grant(attempt);
  expect((await present(attempt, { redirectUri: `${ORIGIN}/other/callback` })).status).toBe(200);
  const asked = provider.asked.find(({ endpoint }) => endpoint === 'token');
  expect(asked?.form.get('redirect_uri')).toBe(`${ORIGIN}/other/callback`);
});

test.each([`${CALLBACK}/`, `${CALLBACK}?a=b`, 'https://evil.example/callback'])(
  'the redirect URI %s is refused, and the code is not sent',
  async (redirectUri) => {
    const attempt = await page.attempt('code');
    expect((await present(attempt, { redirectUri })).problem().reason).toBe('redirect_uri_mismatch');
    expect(provider.count('token')).toBe(0);
  },
);

test('a code that names another issuer is issuer_mismatch, and is not sent', async () => {
  const attempt = await page.attempt('code');
  expect((await present(attempt, { iss: 'https://evil.example' })).problem().reason).toBe('issuer_mismatch');
  expect(provider.count('token')).toBe(0);
});

test('a code presented by a second browser is refused without asking the provider', async () => {
  const attempt = await page.attempt('code');
  await grant(attempt);
  await present(attempt, { code: 'seen-before' });
  const asked = provider.count('token');
  const thief = await larkspur.page();
  const answer = await thief.prove(await thief.attempt('code'), { code: 'seen-before' });
  expect(answer.problem().reason).toBe('code_replayed');
  expect(provider.count('token')).toBe(asked);
});

test('a proof sent again while the first is being judged gets the same session', async () => {
  const attempt = await page.attempt('code');
  const idToken = await provider.signer.sign(claimsFor(attempt));
  const [asked, judged] = [gate(), gate()];
  provider.on('token', async (response) => {
    asked.open();
    await judged.passed;
    json(response, { id_token: idToken, access_token: 'a', token_type: 'Bearer' });
  });
  const first = present(attempt, { code: 'sent-twice' });
  await asked.passed;
  const arrived = await house.database.usedPossession.count();
  const second = present(attempt, { code: 'sent-twice' });
  await expect.poll(() => house.database.usedPossession.count(), { timeout: 20_000 }).toBe(arrived + 1);
  judged.open();
  const sessions = (await Promise.all([first, second])).map((answer) => answer.as(sessionView).session);
  expect(new Set(sessions).size).toBe(1);
  expect(provider.count('token')).toBe(1);
});

type Trouble = {
  readonly what: string;
  readonly reason: RejectionReason;
  readonly answer: (response: ServerResponse) => void;
};
const troubles: Trouble[] = [
  {
    what: 'refuses the code',
    reason: 'code_refused',
    answer: (r) => json(r, { error: 'invalid_grant' }, 400),
  },
  {
    what: 'refuses the client',
    reason: 'client_refused',
    answer: (r) => json(r, { error: 'invalid_client' }, 401),
  },
  { what: 'answers 500', reason: 'provider_unavailable', answer: (r) => json(r, {}, 500) },
  { what: 'breaks off', reason: 'provider_unavailable', answer: (r) => r.destroy() },
  {
    what: 'answers HTML',
    reason: 'provider_answer_invalid',
    answer: (r) => void r.writeHead(200, { 'content-type': 'text/html' }).end('<p>'),
  },
  {
    what: 'answers half a JSON',
    reason: 'provider_answer_invalid',
    answer: (r) => void r.writeHead(200, { 'content-type': 'application/json' }).end('{"id'),
  },
  {
    what: 'answers without an ID token',
    reason: 'provider_answer_invalid',
    answer: (r) => json(r, { access_token: 'a', token_type: 'Bearer' }),
  },
  {
    what: 'redirects elsewhere',
    reason: 'provider_answer_invalid',
    answer: (r) => json(r, {}, 302, { location: '/userinfo' }),
  },
  {
    what: 'answers 300 kB',
    reason: 'provider_answer_invalid',
    answer: (r) => json(r, { id_token: 'A'.repeat(300_000) }),
  },
];

test.each(troubles)('a token endpoint that $what is $reason', async ({ reason, answer }) => {
  const attempt = await page.attempt('code');
  provider.on('token', answer);
  expect((await present(attempt)).problem()).toMatchObject({ code: 'proof_rejected', reason });
  expect(provider.count('userinfo')).toBe(0);
});

test('an endpoint that fails five times is left alone for a while, then asked again', async () => {
  provider.on('token', (response) => json(response, {}, 503));
  for (let time = 0; time < 7; time += 1) await present(await page.attempt('code'));
  expect(provider.count('token')).toBe(5);
  house.later({ seconds: 11 });
  const attempt = await page.attempt('code');
  await grant(attempt);
  expect((await present(attempt)).status).toBe(200);
});

test('codes that are refused open no breaker', async () => {
  for (let time = 0; time < 7; time += 1) await present(await page.attempt('code'));
  expect(provider.count('token')).toBe(7);
});

test.each([
  ['for another client', 'audience_mismatch', { aud: 'another' }],
  ['with the nonce of another attempt', 'nonce_mismatch', { nonce: 'other' }],
  ['of another issuer', 'issuer_mismatch', { iss: 'https://evil.example' }],
  ['with a hash of another access token', 'access_token_hash_mismatch', { at_hash: halfHash('another') }],
  ['with a hash of another code', 'code_hash_mismatch', { c_hash: halfHash('another') }],
  ['that lives for two days', 'lifetime_too_long', { exp: Math.floor(Date.now() / 1_000) + 200_000 }],
] as const)('an ID token %s is %s', async (_, reason, more) => {
  const attempt = await page.attempt('code');
  await grant(attempt, more);
  expect((await present(attempt)).problem().reason).toBe(reason);
});

test('an ID token whose hashes fit is accepted', async () => {
  const attempt = await page.attempt('code');
  await grant(attempt, { at_hash: halfHash('access-token-of-the-test'), c_hash: halfHash('fitting') });
  expect((await present(attempt, { code: 'fitting' })).status).toBe(200);
});

test('userinfo adds what the ID token does not say', async () => {
  const attempt = await page.attempt('profile');
  await grant(attempt, { sub: 'talker' });
  provider.on('userinfo', (response) => json(response, { sub: 'talker', phone_number: '+44 20 7946 0000' }));
  expect((await present(attempt)).status).toBe(200);
  const asked = provider.asked.find(({ endpoint }) => endpoint === 'userinfo');
  expect(asked?.authorization).toBe('Bearer access-token-of-the-test');
  const fact = await house.database.fact.findFirst({ where: { name: 'phone_number' } });
  expect(fact).toMatchObject({ source: 'userinfo', sealed: false });
});

test('userinfo of another subject is userinfo_subject_mismatch, and none of it is kept', async () => {
  const attempt = await page.attempt('profile');
  await grant(attempt, { sub: 'honest' });
  provider.on('userinfo', (response) => json(response, { sub: 'other', phone_number: '+44 1' }));
  expect((await present(attempt)).problem().reason).toBe('userinfo_subject_mismatch');
  expect(await house.database.consumer.count({ where: { subject: { in: ['honest', 'other'] } } })).toBe(0);
});

test('userinfo that is down leaves the consumer verified, and the trace says what is missing', async () => {
  const attempt = await page.attempt('profile');
  await grant(attempt, { sub: 'quiet' });
  provider.on('userinfo', (response) => json(response, {}, 503));
  const session = (await present(attempt)).as(sessionView);
  expect(session.assurance).toBe('verified');
  const row = await house.database.trace.findFirst({ where: { attemptId: attempt.attempt } });
  expect(JSON.stringify(row?.trace)).toMatch(/Userinfo did not answer/);
});
