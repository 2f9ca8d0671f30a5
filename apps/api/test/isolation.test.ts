import { createEnvelopeMinter, encryptionKeyFrom } from '@countersign/brand-kit';
import { trace } from '@countersign/claims';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Backend } from './house/backend.js';
import { goodClaims } from './house/envelope.js';
import { type House, openHouse } from './house/house.js';
import { implicit, type Larkspur, makeLarkspur } from './house/larkspur.js';
import { Page } from './house/page.js';
import { signIn } from './house/sign-in.js';

const JUNIPER_ORIGIN = 'https://bank.juniper.example';
let house: House;
let larkspur: Larkspur;
let juniper: Larkspur;
let backends: { larkspur: Backend; juniper: Backend };

beforeAll(async () => {
  house = await openHouse();
  larkspur = await makeLarkspur(house, [implicit('site')]);
  // The same issuer and the same connection key, on purpose.
  juniper = await makeLarkspur(house, [implicit('site', { origins: [JUNIPER_ORIGIN] })], { slug: 'juniper' });
  backends = { larkspur: await Backend.of(house, 'larkspur'), juniper: await Backend.of(house, 'juniper') };
});
afterAll(() => house.close());

const comes = (brand: Larkspur, page: Page, sub = 'ada') => signIn(house, brand, page, { sub });

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
  await comes(larkspur, page);
  const body = { kind: 'resume', brand: 'juniper', signedInAs: 'ada' };
  expect((await page.call('POST', '/v1/sessions', { body })).status).toBe(204);
  expect((await page.resume('ada')).status).toBe(200);
});

test('one subject of one issuer is two consumers at two brands', async () => {
  await comes(larkspur, await larkspur.page(), 'shared');
  await comes(juniper, await juniper.page(JUNIPER_ORIGIN), 'shared');
  const rows = await house.database.consumer.findMany({ where: { subject: 'shared' } });
  expect(new Set(rows.map(({ brandId }) => brandId)).size).toBe(2);
});

test('facts pushed by one brand are never those of another brand’s consumer', async () => {
  await comes(larkspur, await larkspur.page(), 'facts');
  await comes(juniper, await juniper.page(JUNIPER_ORIGIN), 'facts');
  const answer = await backends.larkspur.push('facts', 1, { account_status: 'of larkspur' });
  expect(answer.status).toBe(200);
  const rows = await house.database.fact.findMany({ where: { name: 'account_status' } });
  expect(rows.map(({ brandId }) => brandId)).toEqual([larkspur.view.id]);
});

test('a brand’s backend ends sessions of its own consumers only', async () => {
  const page = await juniper.page(JUNIPER_ORIGIN);
  const { session } = await comes(juniper, page, 'kept');
  const answer = await backends.larkspur.endSessions('kept');
  expect(answer.json()).toEqual({ ended: 0 });
  expect((await page.signOut(session.token)).status).toBe(204);
});

test('a brand’s backend reads traces of its own attempts only', async () => {
  const { attempt } = await comes(larkspur, await larkspur.page());
  const path = `attempts/${attempt.attempt}`;
  expect((await backends.larkspur.call('GET', path)).as(trace).outcome).toBe('verified');
  expect((await backends.juniper.call('GET', path)).problem()).toMatchObject({
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
