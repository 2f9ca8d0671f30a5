import type { AttemptView } from '@countersign/contracts';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { goodClaims } from './house/envelope.js';
import { type House, openHouse } from './house/house.js';
import { implicit, type Larkspur, makeLarkspur } from './house/larkspur.js';
import type { Page } from './house/page.js';
import { json, ScriptedProvider } from './house/provider.js';
import { makeSigner } from './house/signer.js';

const ALIAS = 'scripted.example';
let house: House;
let provider: ScriptedProvider;
let larkspur: Larkspur;
let page: Page;

beforeAll(async () => {
  [house, provider] = await Promise.all([openHouse(), ScriptedProvider.start()]);
  larkspur = await makeLarkspur(house, [implicit('envelopes', { issuer: provider.url })], {
    issuers: [{ url: provider.url, aliases: [ALIAS], label: 'Scripted' }],
  });
});
afterAll(async () => {
  await house.close();
  await provider.stop();
});
beforeEach(async () => {
  provider.honest();
  provider.asked.length = 0;
  page = await larkspur.page();
  // Past the breaker, and past the pause between two looks at the keys.
  house.later({ seconds: 30 });
});

const claimsFor = (attempt: AttemptView, more: Record<string, unknown> = {}) => ({
  ...goodClaims(attempt, house.now(), provider.url),
  ...more,
});

test('two spellings of one issuer are one issuer: the same person is one consumer', async () => {
  for (const iss of [provider.url, ALIAS]) {
    const own = await larkspur.page();
    const attempt = await own.attempt('envelopes');
    const idToken = await provider.signer.sign(claimsFor(attempt, { iss, sub: 'spelled' }));
    expect((await own.prove(attempt, { idToken })).status, iss).toBe(200);
  }
  expect(await house.database.consumer.count({ where: { subject: 'spelled' } })).toBe(1);
});

test('a key the provider does not publish is key_unknown', async () => {
  const stranger = await makeSigner('unpublished');
  const warm = await page.attempt('envelopes');
  await page.prove(warm, { idToken: await provider.signer.sign(claimsFor(warm)) });
  house.later({ seconds: 20 });
  const attempt = await page.attempt('envelopes');
  const answer = await page.prove(attempt, { idToken: await stranger.sign(claimsFor(attempt)) });
  expect(answer.problem().reason).toBe('key_unknown');
});

test('keys are fetched once for many who come at the same time', async () => {
  // Past what the cache keeps.
  house.later({ minutes: 24 * 60 });
  const answers = await Promise.all(
    Array.from({ length: 8 }, async () => {
      const own = await larkspur.page();
      const attempt = await own.attempt('envelopes');
      return own.prove(attempt, { idToken: await provider.signer.sign(claimsFor(attempt)) });
    }),
  );
  expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(200));
  expect(provider.count('keys')).toBe(1);
});

test('a key the provider has just published is found by a second look', async () => {
  const warm = await page.attempt('envelopes');
  await page.prove(warm, { idToken: await provider.signer.sign(claimsFor(warm)) });
  house.later({ seconds: 20 });
  const rotated = await makeSigner('rotated-key', 'ES256');
  provider.publish(rotated);
  await house.operator.put('larkspur', {
    ...larkspur.brand,
    connections: larkspur.brand.connections.map((one) =>
      one.key === 'envelopes' ? { ...one, algorithms: ['RS256', 'ES256'] } : one,
    ),
  });
  const attempt = await page.attempt('envelopes');
  expect((await page.prove(attempt, { idToken: await rotated.sign(claimsFor(attempt)) })).status).toBe(200);
});

test('keys that cannot be fetched are keys_unavailable, unless older ones are at hand', async () => {
  const warm = await page.attempt('envelopes');
  await page.prove(warm, { idToken: await provider.signer.sign(claimsFor(warm)) });
  house.later({ minutes: 24 * 60 });
  for (const endpoint of ['keys', 'discovery'] as const)
    provider.on(endpoint, (response) => json(response, {}, 503));
  const attempt = await page.attempt('envelopes');
  const answer = await page.prove(attempt, { idToken: await provider.signer.sign(claimsFor(attempt)) });
  expect(answer.status).toBe(200);
  const nowhere = 'http://127.0.0.1:9';
  const connections = [implicit('envelopes', { issuer: nowhere })];
  const other = await makeLarkspur(house, connections, {
    slug: 'nowhere',
    issuers: [{ url: nowhere, label: 'Nowhere' }],
  });
  const lost = await other.page();
  const begun = await lost.attempt('envelopes');
  const refused = await lost.prove(begun, { idToken: await provider.signer.sign(claimsFor(begun)) });
  expect(refused.problem().reason).toBe('keys_unavailable');
});

test('a provider that names another issuer in its discovery document is not believed', async () => {
  const liar = await ScriptedProvider.start();
  liar.on('discovery', (response) =>
    json(response, {
      issuer: provider.url,
      authorization_endpoint: `${liar.url}/authorize`,
      token_endpoint: `${liar.url}/token`,
      jwks_uri: `${liar.url}/keys`,
    }),
  );
  const brand = await makeLarkspur(house, [implicit('site', { issuer: liar.url })], {
    slug: 'lied-to',
    issuers: [{ url: liar.url, label: 'Liar' }],
  });
  const visitor = await brand.page();
  const attempt = await visitor.attempt('site');
  const answer = await visitor.prove(attempt, { idToken: await liar.signer.sign(claimsFor(attempt)) });
  expect(answer.problem().reason).toBe('keys_unavailable');
  expect(liar.count('keys')).toBe(0);
  await liar.stop();
});

test('an issuer whose name ends with a slash is found where the standard puts its document', async () => {
  const slashed = await ScriptedProvider.start();
  const issuer = `${slashed.url}/`;
  slashed.on('discovery', (response) =>
    json(response, {
      issuer,
      authorization_endpoint: `${slashed.url}/authorize`,
      token_endpoint: `${slashed.url}/token`,
      jwks_uri: `${slashed.url}/keys`,
    }),
  );
  const brand = await makeLarkspur(house, [implicit('site', { issuer })], {
    slug: 'slashed',
    issuers: [{ url: issuer, label: 'Slashed' }],
  });
  const visitor = await brand.page();
  const attempt = await visitor.attempt('site');
  const idToken = await slashed.signer.sign(claimsFor(attempt, { iss: issuer }));
  expect((await visitor.prove(attempt, { idToken })).status).toBe(200);
  await slashed.stop();
});
