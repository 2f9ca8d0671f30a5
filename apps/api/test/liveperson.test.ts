import { randomUUID } from 'node:crypto';
import {
  type AttemptView,
  brandView,
  type ConnectionInput,
  embedView,
  sessionView,
} from '@countersign/contracts';
import { CompactEncrypt, importJWK, type JWK } from 'jose';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { factsWhere } from './house/facts.js';
import { type House, openHouse } from './house/house.js';
import { code, ISSUER, implicit, type Larkspur, makeLarkspur } from './house/larkspur.js';
import type { Page } from './house/page.js';
import { json, ScriptedProvider } from './house/provider.js';

const REDIRECT_URI = 'https://liveperson.net';
let house: House;
let brand: Larkspur;
let provider: ScriptedProvider;

/** As an operator writes who comes from there: no more than is needed. */
const liveperson = (key: string, more: object = {}) =>
  ({
    ...implicit(key, { mapping: {} }),
    authoritative: undefined,
    mode: 'liveperson',
    ...more,
  }) as ConnectionInput;

beforeAll(async () => {
  [house, provider] = await Promise.all([openHouse(), ScriptedProvider.start()]);
  const byCode = (key: string, more: object) => ({
    ...code(key, provider.url, { mapping: {} }),
    ...{ authoritative: undefined, redirectUris: undefined, mode: 'liveperson' as const },
    ...{ tokenEndpoint: `${provider.url}/token`, ...more },
  });
  const issuers = [
    { url: provider.url, label: 'Larkspur', discovery: false, jwksUri: `${provider.url}/keys` },
  ];
  brand = await makeLarkspur(
    house,
    [
      implicit('strict'),
      liveperson('chat'),
      liveperson('account', { audience: 'acc:12345', method: 'shop.chat.token' }),
      byCode('code', {}),
      byCode('challenged', { pkce: true }),
    ],
    { issuers },
  );
});
afterAll(async () => {
  await house.close();
  await provider.stop();
});
afterEach(() => house.resetClock());

const seconds = () => Math.floor(house.now().getTime() / 1_000);
/** As pages written for LivePerson have them made: an issuer, a person, two times. */
const legacy = (more: Record<string, unknown> = {}) => {
  const iat = seconds() - 600;
  return { iss: ISSUER, sub: randomUUID(), iat, exp: iat + 7_200, ...more };
};
const present = async (page: Page, connection: string, idToken: string) => {
  const attempt = await page.attempt(connection);
  return { attempt, answer: await page.prove(attempt, { idToken }) };
};
const notesOf = async ({ attempt }: AttemptView) => {
  const rows = await house.database.trace.findMany({ where: { attemptId: attempt } });
  return rows.flatMap(({ trace }) => (trace as { notes: string[] }).notes);
};
const factsOf = async (subject: string) => {
  const rows = await factsWhere(house, { consumer: { subject } });
  return Object.fromEntries(rows.map(({ name, value, sealed }) => [name, { value, sealed }]));
};

test('a token made for LivePerson opens a session: no nonce, no audience, older than the attempt', async () => {
  const claims = legacy({ given_name: 'Ada', family_name: 'Larch' });
  const { answer } = await present(await brand.page(), 'chat', await brand.signer.sign(claims));
  expect(answer.as(sessionView)).toMatchObject({
    assurance: 'verified',
    displayName: 'Ada Larch',
    holdsUntil: new Date(Number(claims['exp']) * 1_000).toISOString(),
  });
});

test('the same token at a strict connection is refused', async () => {
  const { answer } = await present(await brand.page(), 'strict', await brand.signer.sign(legacy()));
  expect(answer.problem().reason).toBe('claims_malformed');
});

test('the same token after a reload goes on in the same browser, and is proof_replayed in another', async () => {
  const [page, other] = [await brand.page(), await brand.page()];
  const token = await brand.signer.sign(legacy());
  const first = (await present(page, 'chat', token)).answer.as(sessionView);
  const again = (await present(page, 'chat', token)).answer.as(sessionView);
  expect(again.session).toBe(first.session);
  expect((await present(other, 'chat', token)).answer.problem().reason).toBe('proof_replayed');
  await page.signOut(again.token);
  expect((await present(page, 'chat', token)).answer.problem().reason).toBe('session_ended');
});

test('an audience that is there must match', async () => {
  const page = await brand.page();
  const reason = async (connection: string, aud: string) => {
    const { answer } = await present(page, connection, await brand.signer.sign(legacy({ aud })));
    return answer.status === 200 ? 'verified' : answer.problem().reason;
  };
  expect(await reason('chat', 'acc:12345')).toBe('audience_mismatch');
  expect(await reason('chat', brand.audience('chat'))).toBe('verified');
  expect(await reason('account', 'acc:12345')).toBe('verified');
});

test('a token may live a day, and not a second longer', async () => {
  const iat = seconds();
  const outcome = async (lives: number) => {
    const token = await brand.signer.sign(legacy({ iat, exp: iat + lives }));
    return (await present(await brand.page(), 'chat', token)).answer.status;
  };
  expect(await outcome(86_400)).toBe(200);
  expect(await outcome(86_401)).toBe(401);
});

test('an encrypted token need not say what is inside', async () => {
  const { keys } = (await (await fetch(`${house.url}/v1/brands/larkspur/jwks`)).json()) as { keys: JWK[] };
  const [key] = keys;
  const signed = new TextEncoder().encode(await brand.signer.sign(legacy(), { typ: undefined }));
  const token = await new CompactEncrypt(signed)
    .setProtectedHeader({ alg: 'RSA-OAEP-256', enc: 'A128CBC-HS256', kid: key?.kid as string })
    .encrypt(await importJWK(key as JWK, 'RSA-OAEP-256'));
  expect((await present(await brand.page(), 'chat', token)).answer.status).toBe(200);
});

test('the facts are those of the catalogue, sealed, and what the page may not vouch for is named', async () => {
  const claims = legacy({
    email: 'ada@mail.example',
    phone_number: '+44 117 496 0000',
    lp_sdes: [
      { type: 'ctmrinfo', info: { customerId: '138766AC', balance: 28, currency: 'GBP', storeNumber: '7' } },
      { type: 'personal', personal: { firstname: 'Ada', language: 'en-GB' } },
      { type: 'cart', total: 9 },
    ],
  });
  const { attempt } = await present(await brand.page(), 'chat', await brand.signer.sign(claims));
  expect(await factsOf(String(claims['sub']))).toEqual({
    customer_id: { value: '138766AC', sealed: true },
    account_balance: { value: { amount: '28.00', currency: 'GBP' }, sealed: true },
    given_name: { value: 'Ada', sealed: true },
    locale: { value: 'en-GB', sealed: true },
    email: { value: 'ada@mail.example', sealed: true },
    phone_number: { value: '+44 117 496 0000', sealed: true },
  });
  const notes = await notesOf(attempt);
  expect(notes).toContain('lp_sdes: cart is never verified. Let the page say it.');
  expect(notes).toContain('ctmrinfo.storeNumber is never verified: it was left out.');
});

test('each relaxation is named in the trace, also of a refused token, and in no trace of a strict connection', async () => {
  const page = await brand.page();
  const refused = await present(page, 'chat', await brand.signer.sign(legacy({ aud: 'another' })));
  const notes = await notesOf(refused.attempt);
  expect(notes.filter((note) => note.startsWith('LivePerson mode: '))).toHaveLength(6);
  const strict = await present(page, 'strict', await brand.signer.sign(legacy()));
  expect(await notesOf(strict.attempt)).toEqual([]);
});

test('the widget calls the shim, which knows the method of the page and the flow', async () => {
  const page = await brand.page();
  const method = async (key: string) =>
    (await page.call('GET', `/v1/embed/larkspur?connection=${key}`)).as(embedView).connection.method;
  expect(await method('chat')).toBe('lpTag.countersign.implicit.lpGetAuthenticationToken');
  expect(await method('account')).toBe('lpTag.countersign.implicit.shop:chat:token');
  expect(await method('code')).toBe('lpTag.countersign.code.lpGetAuthenticationToken');
  expect(await method('strict')).toBe('getChatProof');
});

const answerCode = (status = 200, error?: string) =>
  provider.on('token', async (response) => {
    if (error) return json(response, { error }, status);
    const idToken = await provider.signer.sign(legacy({ iss: provider.url }));
    return json(response, { access_token: 'not-in-use', token_type: 'Bearer', id_token: idToken });
  });

test('a code is swapped as LivePerson swaps it: a form, Basic credentials, its redirect URI, no PKCE', async () => {
  answerCode();
  const page = await brand.page();
  const attempt = await page.attempt('code');
  expect(attempt.codeChallenge).toBeUndefined();
  const answer = await page.prove(attempt, { code: 'from-the-page' });
  expect(answer.as(sessionView).assurance).toBe('verified');
  const asked = provider.asked.findLast(({ endpoint }) => endpoint === 'token');
  expect(Object.fromEntries(asked?.form ?? [])).toEqual({
    grant_type: 'authorization_code',
    code: 'from-the-page',
    redirect_uri: REDIRECT_URI,
  });
  expect(asked?.authorization).toMatch(/^Basic /);
  expect(provider.asked.filter(({ endpoint }) => endpoint === 'discovery')).toEqual([]);
});

test('with PKCE switched on the page gets a challenge and the token endpoint the verifier', async () => {
  answerCode();
  const page = await brand.page();
  const attempt = await page.attempt('challenged');
  expect(attempt.codeChallenge).toBeDefined();
  expect((await page.prove(attempt, { code: 'with-a-challenge' })).status).toBe(200);
  const asked = provider.asked.findLast(({ endpoint }) => endpoint === 'token');
  expect(asked?.form.get('code_verifier')).toBeTruthy();
});

test.each([
  ['invalid_code', 'code_refused'],
  ['unauthorized_client', 'client_refused'],
  ['json_parse_error', 'provider_answer_invalid'],
])('the token endpoint’s %s is %s', async (error, reason) => {
  answerCode(400, error);
  const page = await brand.page();
  const attempt = await page.attempt('code');
  expect((await page.prove(attempt, { code: `code-of-${error}` })).problem().reason).toBe(reason);
});

test.each([
  ['pkce switched off', { ...code('c', 'x'), pkce: false }, 'connections.0.pkce'],
  ['no redirect URI', { ...code('c', 'x'), redirectUris: undefined }, 'connections.0.redirectUris'],
  ['an audience of its own', { ...implicit('i'), audience: 'acc:1' }, 'connections.0.audience'],
])('a strict connection with %s is refused by the member', async (_, connection, path) => {
  const issuers = [
    { url: 'https://x.example', label: 'X' },
    { url: ISSUER, label: 'L', discovery: false, jwksUri: 'https://x.example/keys' },
  ];
  const issuer = connection.flow === 'code' ? 'https://x.example' : ISSUER;
  const body = { name: 'Tern', issuers, connections: [{ ...connection, issuer }] };
  const problem = (await house.operator.call('PUT', 'tern', body)).problem();
  expect(problem.errors?.map((error) => error.path)).toEqual([path]);
});

test('Google is no issuer of LivePerson mode: not every address it states is one it vouches for', async () => {
  const google = 'https://accounts.google.com';
  const connection = { ...code('c', google, { mode: 'liveperson' }) };
  const body = { name: 'Tern', issuers: [{ url: google, label: 'Google' }], connections: [connection] };
  const problem = (await house.operator.call('PUT', 'tern', body)).problem();
  expect(problem.errors?.map((error) => error.path)).toEqual(['connections.0.mode']);
});

test('turning the mode on ends the sessions that were opened before', async () => {
  const page = await brand.page();
  const { answer } = await present(page, 'chat', await brand.signer.sign(legacy()));
  const { session } = answer.as(sessionView);
  const connections = brand.brand.connections.map((one) =>
    one.key === 'chat' ? { ...one, mode: 'strict' as const } : one,
  );
  (await house.operator.call('PUT', 'larkspur', { ...brand.brand, connections })).as(brandView);
  const row = await house.database.session.findFirst({ where: { id: session } });
  expect(row?.endReason).toBe('revoked');
});
