import { encryptionKeysView } from '@countersign/contracts';
import { CompactEncrypt, importJWK, type JWK } from 'jose';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { EncryptionKeysService } from '../dist/connections/index.js';
import type { Answer } from './house/answer.js';
import { goodClaims } from './house/envelope.js';
import { type House, openHouse } from './house/house.js';
import { implicit, type Larkspur, makeLarkspur } from './house/larkspur.js';

const DAY_MINUTES = 24 * 60;
let house: House;
let larkspur: Larkspur;
let slug = 0;

beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());
afterEach(() => house.resetClock());

/** A brand of the test's own: keys are its own too. */
async function brand(): Promise<string> {
  slug += 1;
  const name = `sealed-${slug}`;
  larkspur = await makeLarkspur(house, [implicit('site', { encryption: 'required' })], { slug: name });
  return name;
}
const published = async (name: string): Promise<JWK[]> =>
  ((await (await fetch(`${house.url}/v1/brands/${name}/jwks`)).json()) as { keys: JWK[] }).keys;
const rotate = async (name: string) =>
  (await house.operator.call('POST', `${name}/encryption-keys/rotate`)).as(encryptionKeysView).keys;

async function present(to: JWK): Promise<Answer> {
  const page = await larkspur.page();
  const attempt = await page.attempt('site');
  const signed = await larkspur.signer.sign(goodClaims(attempt, house.now()));
  const idToken = await new CompactEncrypt(new TextEncoder().encode(signed))
    .setProtectedHeader({ alg: to.alg ?? '', enc: 'A256GCM', cty: 'JWT', kid: to.kid ?? '' })
    .encrypt(await importJWK(to));
  return page.prove(attempt, { idToken });
}
const outcome = async (to: JWK): Promise<string> => {
  const answer = await present(to);
  return answer.status === 200 ? 'verified' : (answer.problem().reason ?? 'refused');
};

test.each(['RSA-OAEP-256', 'ECDH-ES'])('an envelope to the published key of %s is opened', async (alg) => {
  const key = (await published(await brand())).find((one) => one.alg === alg);
  expect(await outcome(key ?? {})).toBe('verified');
});

test('rotation publishes the next keys and keeps the retired ones for what is on its way', async () => {
  const name = await brand();
  const before = await published(name);
  const keys = await rotate(name);
  expect(keys.map(({ state }) => state)).toEqual([
    'current',
    'current',
    'next',
    'next',
    'retired',
    'retired',
  ]);
  const after = await published(name);
  expect(after.map(({ kid }) => kid)).not.toEqual(before.map(({ kid }) => kid));
  for (const key of [...before, ...after]) expect(await outcome(key)).toBe('verified');
});

test('a retired key is gone after a day, and opens nothing more', async () => {
  const name = await brand();
  const [old] = await published(name);
  await rotate(name);
  house.later({ minutes: DAY_MINUTES + 1 });
  await house.app.get(EncryptionKeysService).keepTime();
  expect(await outcome(old ?? {})).toBe('decryption_failed');
  expect(await house.database.encryptionKey.count({ where: { id: old?.kid ?? '' } })).toBe(0);
});

test('a key that has been published for ninety days is turned by schedule, once, however many look', async () => {
  const name = await brand();
  const [old] = await published(name);
  house.later({ minutes: 91 * DAY_MINUTES });
  const keys = house.app.get(EncryptionKeysService);
  await Promise.all([keys.keepTime(), keys.keepTime(), keys.keepTime()]);
  const answer = await house.operator.call('GET', `${name}/encryption-keys`);
  const states = answer.as(encryptionKeysView).keys.map(({ state }) => state);
  expect(states).toEqual(['current', 'current', 'next', 'next', 'retired', 'retired']);
  expect((await published(name)).map(({ kid }) => kid)).not.toContain(old?.kid);
});

test('of rotations that are asked for at once none leaves a brand without a published key', async () => {
  const name = await brand();
  await Promise.all([rotate(name), rotate(name), rotate(name)]);
  expect((await published(name)).map(({ alg }) => alg)).toEqual(['RSA-OAEP-256', 'ECDH-ES']);
});

test('the operator sees where each key is in its life, and never a key', async () => {
  const name = await brand();
  const answer = await house.operator.call('GET', `${name}/encryption-keys`);
  expect(answer.text).not.toMatch(/"(d|n|x)":/);
  const audited = await rotate(name).then(() =>
    house.database.auditEntry.count({ where: { action: 'encryption_keys_rotated' } }),
  );
  expect(audited).toBeGreaterThan(0);
});
