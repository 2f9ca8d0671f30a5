import { createBackChannelCodeSource } from '@countersign/brand-kit';
import { sessionView } from '@countersign/contracts';
import { type RunningMockIdp, startMockIdp } from '@countersign/mock-idp';
import { type Client, connectMockIdp, type MockIdp, type PersonInput } from '@countersign/mock-idp/control';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { factsWhere } from './house/facts.js';
import { codeFromGoogle } from './house/google.js';
import { type House, openHouse } from './house/house.js';
import { CALLBACK, code, type Larkspur, makeLarkspur } from './house/larkspur.js';

let house: House;
let running: RunningMockIdp;
let idp: MockIdp;
let larkspur: Larkspur;
let google: Client;
let backend: Client;
let googleUrl: string;
let larkspurUrl: string;

beforeAll(async () => {
  [house, running] = await Promise.all([openHouse(), startMockIdp()]);
  idp = connectMockIdp(running.url);
  googleUrl = running.issuers['google'] ?? '';
  larkspurUrl = running.issuers['larkspur'] ?? '';
  const chat = { name: 'Chat', redirectUris: [CALLBACK], consent: 'given' as const, signInByHint: true };
  google = await idp.client({ ...chat, issuer: 'google' });
  const own = await idp.client({ ...chat, issuer: 'larkspur' });
  const codesFor = [own.clientId];
  backend = await idp.client({ issuer: 'larkspur', name: 'Backend', backend: true, codesFor });
  const { clientId, clientSecret } = own;
  larkspur = await makeLarkspur(
    house,
    [
      code('google', googleUrl, {
        ...credentials(google),
        scope: 'openid email profile',
        interactive: true,
        redirectUris: [CALLBACK],
      }),
      code('larkspur-server', larkspurUrl, {
        clientId,
        clientSecret,
        redirectUris: [CALLBACK],
        authoritative: ['*'],
        scope: 'openid profile',
        userinfo: true,
        mapping: {
          sub: 'sub',
          name: 'name',
          account_number: 'account_number',
          package: 'package',
          billing: 'billing',
        },
      }),
    ],
    {
      issuers: [
        { url: googleUrl, label: 'Google' },
        { url: larkspurUrl, label: 'Larkspur' },
      ],
    },
  );
});
afterAll(async () => {
  await house.close();
  await running.close();
});

const credentials = ({ clientId, clientSecret }: Client) => ({ clientId, clientSecret });
const factsOf = async (subject: string) => {
  const rows = await factsWhere(house, { consumer: { subject } });
  return new Map(rows.map((row) => [row.name, row]));
};

async function byGoogle(person: PersonInput) {
  const { subjects } = await idp.person(person);
  const subject = subjects['google'] ?? '';
  const page = await larkspur.page();
  const attempt = await page.attempt('google');
  const proof = await codeFromGoogle(googleUrl, google, attempt, subject);
  return { page, attempt, proof, subject, answer: await page.prove(attempt, proof) };
}

test('a code from the stand-in for Google opens a verified session', async () => {
  const { answer, subject } = await byGoogle({
    id: 'first',
    name: 'Ada Larch',
    email: 'ada.larch@gmail.com',
  });
  expect(answer.as(sessionView)).toMatchObject({ assurance: 'verified', displayName: 'Ada Larch' });
  const facts = await factsOf(subject);
  expect(facts.get('email')).toMatchObject({
    value: 'ada.larch@gmail.com',
    sealed: true,
    source: 'id_token',
  });
  expect(facts.get('sub')).toMatchObject({ value: subject, sealed: true });
});

test('a name from Google carries no seal, also when it is the name of another customer', async () => {
  const namesake = { id: 'namesake', name: 'Ada Osei', email: 'not-ada@gmail.com' };
  const { subject, answer } = await byGoogle(namesake);
  expect((await factsOf(subject)).get('name')).toMatchObject({ value: 'Ada Osei', sealed: false });
  const consumer = await house.database.consumer.findFirst({ where: { subject } });
  expect(answer.as(sessionView).displayName).toBe('Ada Osei');
  expect(consumer).toMatchObject({ displayName: null, nameSealed: false });
});

test('an address Google does not vouch for carries no seal', async () => {
  const outside = { id: 'outside', name: 'Otto', email: 'otto@elsewhere.example', emailVerified: false };
  const { subject } = await byGoogle(outside);
  expect((await factsOf(subject)).get('email')?.sealed ?? false).toBe(false);
});

test('an address of a Workspace domain is vouched for', async () => {
  const email = 'wanda@acme.example';
  const { subject } = await byGoogle({ id: 'wanda', name: 'Wanda', email, hd: 'acme.example' });
  expect((await factsOf(subject)).get('email')).toMatchObject({ value: email, sealed: true });
});

test('somebody without an address is known all the same', async () => {
  const { answer, subject } = await byGoogle({ id: 'no-address', name: 'Emil' });
  expect(answer.as(sessionView).assurance).toBe('verified');
  expect((await factsOf(subject)).has('email')).toBe(false);
});

test('a person whose address changed is the same consumer', async () => {
  const { subject } = await byGoogle({
    id: 'mover',
    name: 'Mo',
    email: 'old@gmail.com',
    subjects: { google: '111' },
  });
  await byGoogle({ id: 'mover', name: 'Mo', email: 'new@gmail.com', subjects: { google: '111' } });
  expect(await house.database.consumer.count({ where: { subject } })).toBe(1);
  expect((await factsOf(subject)).get('email')?.value).toBe('new@gmail.com');
});

test('two people of one address are two consumers', async () => {
  const email = 'shared@gmail.com';
  await byGoogle({ id: 'one', name: 'One', email, subjects: { google: '201' } });
  await byGoogle({ id: 'two', name: 'Two', email, subjects: { google: '202' } });
  expect(await house.database.consumer.count({ where: { subject: { in: ['201', '202'] } } })).toBe(2);
});

test('a code used twice is code_replayed, and the provider is not asked again', async () => {
  const { page, proof } = await byGoogle({ id: 'twice', name: 'Twice' });
  const second = await page.attempt('google');
  expect((await page.prove(second, proof)).problem()).toMatchObject({
    code: 'proof_rejected',
    reason: 'code_replayed',
  });
});

test('a code of another attempt is refused by its challenge', async () => {
  const { subjects } = await idp.person({ id: 'stolen', name: 'Stolen' });
  const [victim, thief] = [await larkspur.page(), await larkspur.page()];
  const theirs = await victim.attempt('google');
  const proof = await codeFromGoogle(googleUrl, google, theirs, subjects['google'] ?? '');
  const own = await thief.attempt('google');
  expect((await thief.prove(own, proof)).problem().reason).toBe('code_refused');
});

test('a code by the back channel of the brand’s own server opens a verified session with its facts', async () => {
  const page = await larkspur.page();
  const attempt = await page.attempt('larkspur-server');
  const codeFor = createBackChannelCodeSource({
    issuer: larkspurUrl,
    ...credentials(backend),
    redirectUri: CALLBACK,
  });
  const answer = await page.prove(attempt, await codeFor('cust-10482', attempt));
  expect(answer.as(sessionView)).toMatchObject({ assurance: 'verified', connection: 'larkspur-server' });
  const facts = await factsOf('cust-10482');
  for (const name of ['name', 'account_number', 'package', 'billing'])
    expect(facts.get(name), name).toMatchObject({ sealed: true });
});

test('a provider that is down is provider_unavailable, and works again once it is back', async () => {
  const { subjects } = await idp.person({ id: 'patient', name: 'Patient' });
  const page = await larkspur.page();
  const first = await page.attempt('google');
  const proof = await codeFromGoogle(googleUrl, google, first, subjects['google'] ?? '');
  await idp.fault({ issuer: 'google', fault: 'token-down', aim: { loginHint: 'patient' } });
  expect((await page.prove(first, proof)).problem().reason).toBe('provider_unavailable');
  const second = await page.attempt('google');
  const again = await codeFromGoogle(googleUrl, google, second, subjects['google'] ?? '');
  expect((await page.prove(second, again)).status).toBe(200);
});

test('a provider that is slow is provider_timeout after five seconds', async () => {
  const { subjects } = await idp.person({ id: 'waiting', name: 'Waiting' });
  const page = await larkspur.page();
  const attempt = await page.attempt('google');
  const proof = await codeFromGoogle(googleUrl, google, attempt, subjects['google'] ?? '');
  await idp.fault({
    issuer: 'google',
    fault: 'token-slow',
    aim: { loginHint: 'waiting' },
    options: { delayMs: 60_000 },
  });
  const begun = performance.now();
  expect((await page.prove(attempt, proof)).problem().reason).toBe('provider_timeout');
  expect(performance.now() - begun).toBeLessThan(8_000);
});
