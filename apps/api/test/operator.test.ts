import { generateKeyPairSync } from 'node:crypto';
import { type BrandView, brandView, sessionView } from '@countersign/contracts';
import { calculateJwkThumbprint, SignJWT } from 'jose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BrandsService } from '../dist/brands/index.js';
import { FactsReader } from '../dist/facts/index.js';
import { Answer } from './house/answer.js';
import { goodClaims } from './house/envelope.js';
import { type House, OPERATOR_KEY, openHouse } from './house/house.js';
import { code, ISSUER, implicit, makeLarkspur } from './house/larkspur.js';
import { Operator } from './house/operator.js';
import { ScriptedProvider } from './house/provider.js';
import { signIn } from './house/sign-in.js';
import { makeSigner } from './house/signer.js';

let house: House;

beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const google = { url: 'https://accounts.google.example', label: 'Google' };

test('the operator API opens to its key only, and never to a page', async () => {
  const stranger = new Operator(house.url, 'not-the-key-of-the-operator');
  expect((await stranger.call('GET', 'larkspur')).problem()).toMatchObject({
    code: 'operator_key_invalid',
    status: 401,
  });
  const headers = { authorization: `Bearer ${OPERATOR_KEY}`, origin: 'https://www.larkspur.example' };
  const fromPage = await Answer.of(await fetch(`${house.url}/v1/operator/brands/larkspur`, { headers }));
  expect(fromPage.problem().code).toBe('operator_key_invalid');
});

test('the same brand put twice is the same brand, with the same connections', async () => {
  const larkspur = await makeLarkspur(house, [implicit('site'), code('google', google.url)], {
    issuers: [google],
  });
  const again = await house.operator.put('larkspur', larkspur.brand);
  expect(again).toEqual(larkspur.view);
  expect((await house.operator.call('GET', 'larkspur')).as(brandView)).toEqual(larkspur.view);
});

test('an envelope connection has an audience of its own, a code connection its client id', async () => {
  const { connections } = (await house.operator.call('GET', 'larkspur')).as(brandView);
  const [site, byGoogle] = ['site', 'google'].map((key) => connections.find((one) => one.key === key));
  expect(site?.audience).toBe(`${house.url}/connections/${site?.id}`);
  expect(byGoogle?.audience).toBe('chat-of-larkspur');
});

test('a client secret lies sealed and is never told', async () => {
  const { text } = await house.operator.call('GET', 'larkspur');
  expect(text).not.toContain('secret-of-the-chat');
  const rows = await house.database.connection.findMany({ where: { key: 'google' } });
  expect(rows[0]?.clientSecret).toMatch(/^v2\./);
  expect(JSON.stringify(rows)).not.toContain('secret-of-the-chat');
});

test.each([
  [
    'an issuer that is not https',
    { issuers: [{ ...google, url: 'http://accounts.google.example' }] },
    'issuers.0.url',
  ],
  ['pasted keys beside discovery', { issuers: [{ ...google, keys: [{ kty: 'RSA' }] }] }, 'issuers.0'],
  ['an issuer with neither discovery nor keys', { issuers: [{ ...google, discovery: false }] }, 'issuers.0'],
  ['a connection to no issuer', { connections: [implicit('a')] }, 'connections.0.issuer'],
  ['an issuer twice', { issuers: [google, google] }, 'issuers'],
  [
    'an origin of plain http',
    { issuers: [google], connections: [code('a', google.url, { origins: ['http://www.larkspur.example'] })] },
    'connections.0.origins.0',
  ],
  [
    'a wildcard over a whole top-level domain',
    { issuers: [google], connections: [code('a', google.url, { origins: ['https://*.com'] })] },
    'connections.0.origins.0',
  ],
  [
    'the origin null',
    { issuers: [google], connections: [code('a', google.url, { origins: ['null'] })] },
    'connections.0.origins.0',
  ],
  [
    'a connection twice',
    { issuers: [google], connections: [code('a', google.url), code('a', google.url)] },
    'connections',
  ],
])('%s is refused, with the member that is wrong', async (_, wrong, path) => {
  const brand = { name: 'Wrong', issuers: [], connections: [], ...wrong };
  const problem = (await house.operator.call('PUT', 'wrong', brand)).problem();
  expect(problem).toMatchObject({ code: 'request_malformed', status: 400 });
  expect(problem.errors?.map((error) => error.path)).toContain(path);
  expect((await house.operator.call('GET', 'wrong')).problem().code).toBe('brand_unknown');
});

test('a connection that is left out is gone, and its sessions end', async () => {
  const brand = await makeLarkspur(house, [implicit('site'), implicit('shop')], { slug: 'leaving' });
  const page = await brand.page();
  const { token } = await page.anonymous('shop');
  await house.operator.put('leaving', { ...brand.brand, connections: [implicit('site')] });
  expect((await page.tryAnonymous('shop')).problem().code).toBe('connection_unknown');
  expect((await page.signOut(token)).problem().code).toBe('session_ended');
});

test('a connection that was removed and comes back works as before', async () => {
  const provider = await ScriptedProvider.start();
  const connections = [code('google', provider.url), implicit('site')];
  const issuers = [{ url: provider.url, label: 'Scripted' }];
  const brand = await makeLarkspur(house, connections, { slug: 'returning', issuers });
  await house.operator.put('returning', { ...brand.brand, connections: [implicit('site')] });
  await house.operator.put('returning', brand.brand);
  const page = await brand.page();
  const attempt = await page.attempt('google');
  const { iss: _, ...claims } = goodClaims(attempt, house.now());
  provider.grants(await provider.signer.sign({ ...claims, iss: provider.url }));
  expect((await page.prove(attempt, { code: 'a-code' })).as(sessionView).assurance).toBe('verified');
  await provider.stop();
});

test('an issuer with new keys ends the sessions its old ones opened, and the change is on record', async () => {
  const brand = await makeLarkspur(house, [implicit('site')], { slug: 'rekeyed' });
  const page = await brand.page();
  const attempt = await page.attempt('site');
  const idToken = await brand.signer.sign(goodClaims(attempt, house.now()));
  const { token } = (await page.prove(attempt, { idToken })).as(sessionView);
  const { publicJwk } = await makeSigner('larkspur-2');
  const issuers = [{ url: ISSUER, label: 'Larkspur', discovery: false, keys: [publicJwk as never] }];
  await house.operator.put('rekeyed', { ...brand.brand, issuers });
  expect((await page.signOut(token)).problem().code).toBe('session_ended');
  const entries = await house.database.auditEntry.findMany({ where: { brandId: brand.view.id } });
  expect(entries.map(({ action }) => action)).toContain('connection_trust_changed');
});

test('a key pasted as PEM verifies, and its thumbprint is told to compare', async () => {
  const pair = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const pem = pair.publicKey.export({ type: 'spki', format: 'pem' }).toString();
  const thumbprint = await calculateJwkThumbprint(pair.publicKey.export({ format: 'jwk' }));
  const url = 'https://pem.larkspur.example';
  const issuers = [{ url, label: 'In PEM', discovery: false, keys: [pem] }];
  const brand = await makeLarkspur(house, [implicit('site', { issuer: url })], { slug: 'in-pem', issuers });
  expect(brand.view.issuers).toContainEqual({
    url,
    label: 'In PEM',
    keys: [{ kid: thumbprint, kind: 'RSA', thumbprint }],
  });
  for (const header of [{}, { kid: thumbprint }]) {
    const page = await brand.page();
    const attempt = await page.attempt('site');
    const idToken = await new SignJWT(goodClaims(attempt, house.now(), url))
      .setProtectedHeader({ alg: 'RS256', ...header })
      .sign(pair.privateKey);
    expect((await page.prove(attempt, { idToken })).status).toBe(200);
  }
});

test('an issuer that moves to discovery no longer believes the keys that were pasted', async () => {
  const provider = await ScriptedProvider.start();
  const old = await makeSigner('pasted');
  const pasted = { url: provider.url, label: 'Scripted', discovery: false, keys: [old.publicJwk as never] };
  const connections = [implicit('site', { issuer: provider.url })];
  const brand = await makeLarkspur(house, connections, { slug: 'moved', issuers: [pasted] });
  const moved = { ...brand.brand, issuers: [{ url: provider.url, label: 'Scripted' }] };
  await house.operator.put('moved', moved);
  const page = await brand.page();
  const first = await page.attempt('site');
  const good = { ...goodClaims(first, house.now()), iss: provider.url };
  expect((await page.prove(first, { idToken: await provider.signer.sign(good) })).status).toBe(200);
  const second = await page.attempt('site');
  const claims = { ...goodClaims(second, house.now()), iss: provider.url };
  // Past the pause between two looks at the keys.
  house.later({ seconds: 15 });
  const refused = await page.prove(second, { idToken: await old.sign(claims) });
  expect(refused.problem().reason).toBe('key_unknown');
  house.resetClock();
  await provider.stop();
});

test('facts keep the issuer that said them when their connection moves to another', async () => {
  const brand = await makeLarkspur(house, [implicit('site')], { slug: 'moving' });
  const { session } = await signIn(house, brand, await brand.page(), { sub: 'stays' });
  const other = { ...google, discovery: false, keys: [brand.signer.publicJwk as never] };
  const issuers = [...brand.brand.issuers, other];
  await house.operator.put('moving', {
    ...brand.brand,
    issuers,
    connections: [implicit('site', { issuer: google.url })],
  });
  const { brandId, consumerId } = await house.database.session.findFirstOrThrow({
    where: { id: session.session },
  });
  const facts = await house.app.get(FactsReader).ofConsumer(brandId, consumerId ?? '');
  const issuersOf = new Set(facts.map(({ provenance }) => `${provenance.issuerLabel} ${provenance.issuer}`));
  expect([...issuersOf]).toEqual([`Larkspur ${ISSUER}`]);
});

test('a brand’s encryption key stays the same when the brand is put again', async () => {
  const brand = await makeLarkspur(house, [implicit('site')], { slug: 'steady' });
  const keys = async () => (await fetch(`${house.url}/v1/brands/steady/jwks`)).text();
  const before = await keys();
  await house.operator.put('steady', brand.brand);
  expect(await keys()).toBe(before);
});

test('two brands have encryption keys of their own', async () => {
  await makeLarkspur(house, [implicit('site')], { slug: 'one' });
  await makeLarkspur(house, [implicit('site')], { slug: 'two' });
  const [one, two] = await Promise.all(
    ['one', 'two'].map(async (slug) => (await fetch(`${house.url}/v1/brands/${slug}/jwks`)).text()),
  );
  expect(one).not.toBe(two);
});

test('a brand that many make at once is made once, with secrets that open', async () => {
  const agentSignIn = { issuer: google.url, clientId: 'desk', clientSecret: 'secret-of-the-desk' };
  const brand = { name: 'Race', issuers: [google], connections: [code('a', google.url)], agentSignIn };
  const answers = await Promise.all(
    Array.from({ length: 6 }, () => house.operator.call('PUT', 'race', brand)),
  );
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
  const [{ id }] = answers.map((answer) => answer.as(brandView)) as [BrandView];
  const keys = await house.database.encryptionKey.findMany({ where: { brandId: id } });
  expect(keys.map(({ state, algorithm }) => `${state} ${algorithm}`).sort()).toEqual([
    'current ECDH-ES',
    'current RSA-OAEP-256',
    'next ECDH-ES',
    'next RSA-OAEP-256',
  ]);
  expect(await house.app.get(BrandsService).agentSignIn(id)).toEqual(agentSignIn);
});

test('of API keys that are made at once, two live', async () => {
  await Promise.all(Array.from({ length: 6 }, () => house.operator.apiKey('race', ['a'], ['facts:write'])));
  const { id } = (await house.operator.call('GET', 'race')).as(brandView);
  expect(await house.database.apiKey.count({ where: { brandId: id, revokedAt: null } })).toBe(2);
});

test('an API key for a connection the brand does not have is refused', async () => {
  const answer = await house.operator.call('POST', 'one/api-keys', {
    connections: ['nothing'],
    rights: ['facts:write'],
  });
  expect(answer.problem().code).toBe('connection_unknown');
});
