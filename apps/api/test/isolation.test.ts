import { createEnvelopeMinter, encryptionKeyFrom } from '@countersign/brand-kit';
import { trace } from '@countersign/claims';
import { sessionView } from '@countersign/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Answer } from './house/answer.js';
import { goodClaims } from './house/envelope.js';
import { type House, openHouse } from './house/house.js';
import { implicit, type Larkspur, makeLarkspur } from './house/larkspur.js';
import { Page } from './house/page.js';

const JUNIPER_ORIGIN = 'https://bank.juniper.example';
let house: House;
let larkspur: Larkspur;
let juniper: Larkspur;
let keys: { larkspur: string; juniper: string };

beforeAll(async () => {
  house = await openHouse();
  larkspur = await makeLarkspur(house, [implicit('site')]);
  // The same issuer and the same connection key, on purpose.
  juniper = await makeLarkspur(house, [implicit('site', { origins: [JUNIPER_ORIGIN] })], { slug: 'juniper' });
  const rights = ['facts:write', 'sessions:end', 'traces:read'] as const;
  const make = (slug: string) => house.operator.apiKey(slug, ['site'], [...rights]);
  keys = { larkspur: await make('larkspur'), juniper: await make('juniper') };
});
afterAll(() => house.close());

async function signIn(brand: Larkspur, page: Page, sub = 'ada') {
  const attempt = await page.attempt('site');
  const idToken = await brand.signer.sign({ ...goodClaims(attempt, house.now()), sub });
  return { attempt, idToken, session: (await page.prove(attempt, { idToken })).as(sessionView) };
}

const asBrand = async (who: keyof typeof keys, method: string, path: string, body?: unknown) =>
  Answer.of(
    await fetch(`${house.url}/v1/connections/site/${path}`, {
      method,
      headers: { authorization: `Bearer ${keys[who]}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }),
  );

test('a page of one brand opens no chat of another', async () => {
  const page = await juniper.page();
  expect((await page.tryAnonymous('site')).problem().code).toBe('origin_not_allowed');
});

test('an envelope of one brand is worth nothing at another', async () => {
  const page = await juniper.page(JUNIPER_ORIGIN);
  const attempt = await page.attempt('site');
  const byLarkspur = await larkspur.signer.sign(goodClaims(attempt, house.now()));
  expect((await page.prove(attempt, { idToken: byLarkspur })).problem().reason).toBe('signature_invalid');
  const forLarkspur = { ...goodClaims(attempt, house.now()), aud: larkspur.audience('site') };
  const answer = await page.prove(await page.attempt('site'), {
    idToken: await juniper.signer.sign({ ...forLarkspur, nonce: attempt.nonce }),
  });
  expect(answer.problem().reason).toBe('audience_mismatch');
});

test('an attempt of one brand is unknown at another, also to the same browser', async () => {
  const page = await larkspur.page();
  const attempt = await page.attempt('site');
  const idToken = await larkspur.signer.sign(goodClaims(attempt, house.now()));
  const body = { kind: 'proof', brand: 'juniper', attempt: attempt.attempt, proof: { idToken } };
  const answer = await page.at(JUNIPER_ORIGIN).call('POST', '/v1/sessions', { body });
  expect(answer.problem().reason).toBe('attempt_unknown');
});

test('one key is one browser at each brand: sessions of one are not resumed at the other', async () => {
  const page = await larkspur.page();
  await signIn(larkspur, page);
  const body = { kind: 'resume', brand: 'juniper', signedInAs: 'ada' };
  expect((await page.call('POST', '/v1/sessions', { body })).status).toBe(204);
  expect((await page.resume('ada')).status).toBe(200);
});

test('one subject of one issuer is two consumers at two brands', async () => {
  await signIn(larkspur, await larkspur.page(), 'shared');
  await signIn(juniper, await juniper.page(JUNIPER_ORIGIN), 'shared');
  const rows = await house.database.consumer.findMany({ where: { subject: 'shared' } });
  expect(new Set(rows.map(({ brandId }) => brandId)).size).toBe(2);
});

test('facts pushed by one brand are never those of another brand’s consumer', async () => {
  await signIn(larkspur, await larkspur.page(), 'facts');
  await signIn(juniper, await juniper.page(JUNIPER_ORIGIN), 'facts');
  const push = { version: 1, asOf: house.now().toISOString(), facts: { account_status: 'of larkspur' } };
  expect((await asBrand('larkspur', 'PUT', 'consumers/facts/facts', push)).status).toBe(200);
  const rows = await house.database.fact.findMany({ where: { name: 'account_status' } });
  expect(rows.map(({ brandId }) => brandId)).toEqual([larkspur.view.id]);
});

test('a brand’s backend ends sessions of its own consumers only', async () => {
  const page = await juniper.page(JUNIPER_ORIGIN);
  const { session } = await signIn(juniper, page, 'kept');
  const answer = await asBrand('larkspur', 'POST', 'consumers/kept/sessions/end');
  expect(answer.json()).toEqual({ ended: 0 });
  expect((await page.signOut(session.token)).status).toBe(204);
});

test('a brand’s backend reads traces of its own attempts only', async () => {
  const { attempt } = await signIn(larkspur, await larkspur.page());
  const path = `attempts/${attempt.attempt}`;
  expect((await asBrand('larkspur', 'GET', path)).as(trace).outcome).toBe('verified');
  expect((await asBrand('juniper', 'GET', path)).problem()).toMatchObject({
    code: 'attempt_not_found',
    status: 404,
  });
});

test('an envelope encrypted to one brand’s key is not opened by another', async () => {
  const page: Page = await juniper.page(JUNIPER_ORIGIN);
  const attempt = await page.attempt('site');
  const minter = createEnvelopeMinter({
    issuer: attempt.issuer,
    audience: attempt.clientId,
    privateKey: juniper.signer.privateJwk,
    keyId: 'larkspur-1',
    encryptTo: encryptionKeyFrom(`${house.url}/v1/brands/larkspur/jwks`),
  });
  const idToken = await minter.mint({ subject: 'ada', nonce: attempt.nonce });
  expect((await page.prove(attempt, { idToken })).problem().reason).toBe('decryption_failed');
});
