import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  type AuthorizationService,
  createAuthorizationService,
  memoryStore,
  newSigningKey,
  rotateKeys,
  type SignedIn,
} from '@countersign/brand-kit';
import { middleware } from '@countersign/brand-kit/express';
import { type AttemptView, sessionView } from '@countersign/contracts';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { factsWhere } from './house/facts.js';
import { type House, openHouse } from './house/house.js';
import { CALLBACK, code, type Larkspur, makeLarkspur } from './house/larkspur.js';
import type { Page } from './house/page.js';

const CHAT = { clientId: 'chat', clientSecret: 'the-secret-of-the-chat-of-acme' };
const LOGIN = { clientId: 'login', clientSecret: 'the-secret-of-the-sites-login' };
const LISTENING = { clientId: 'listening', clientSecret: 'the-secret-of-who-is-told-of-it' };
const store = memoryStore(() => house.now());

let house: House;
let server: Server;
let issuer: string;
let service: AuthorizationService;
let larkspur: Larkspur;
let page: Page;
let keys = await rotateKeys([]);

const customer: SignedIn = { subject: 'c-42', authTime: new Date(), acr: 'urn:acme:password', sid: 's-1' };

const serviceOf = (logoutUri?: string) =>
  createAuthorizationService({
    issuer,
    clients: [CHAT, LOGIN, LISTENING].map((client) => ({
      ...client,
      redirectUris: [CALLBACK],
      ...(client === LISTENING && logoutUri ? { backchannelLogoutUri: logoutUri } : {}),
    })),
    keys: async () => keys,
    customerOf: async () => customer,
    loginPage: () => '/login',
    claimsOf: async () => ({ name: 'Ines Okafor', account_number: 'AC-0042' }),
    store,
    now: () => house.now(),
  });

beforeAll(async () => {
  house = await openHouse();
  server = createServer(
    (request, response) => void middleware((asked) => service.handler(asked))(request, response),
  );
  await new Promise<void>((resolve) => void server.listen(0, 'localhost', resolve));
  issuer = `http://localhost:${(server.address() as AddressInfo).port}/id`;
  service = serviceOf();
  const shared = {
    redirectUris: [CALLBACK],
    authoritative: ['*'],
    mapping: { sub: 'sub', name: 'name', account_number: 'account_number' },
  };
  larkspur = await makeLarkspur(
    house,
    [
      code('own', issuer, { ...CHAT, ...shared }),
      code('with-userinfo', issuer, { ...CHAT, ...shared, userinfo: true }),
      code('post', issuer, { ...CHAT, ...shared, tokenAuthMethod: 'client_secret_post' }),
      code('listening', issuer, { ...LISTENING, ...shared, backchannelLogout: true }),
      code('elliptic', issuer, { ...CHAT, ...shared, algorithms: ['ES256'] }),
    ],
    { issuers: [{ url: issuer, label: 'Acme' }] },
  );
  const listening = larkspur.view.connections.find(({ key }) => key === 'listening');
  service = serviceOf(`${house.url}/v1/connections/${listening?.id}/backchannel-logout`);
});
afterAll(async () => {
  await house.close();
  server.close();
});
beforeEach(async () => {
  page = await larkspur.page();
});

async function codeFor(attempt: AttemptView, who = customer) {
  const proof = await service.issueCode(who, attempt);
  if (!proof || !('code' in proof)) throw new Error('The service issued no code.');
  return proof;
}
const signIn = async (connection: string) => {
  const attempt = await page.attempt(connection);
  return page.prove(attempt, await codeFor(attempt));
};

test.each(['own', 'with-userinfo', 'post'])(
  'a brand without an authorization server of its own verifies its customer by the kit’s: %s',
  async (connection) => {
    const session = (await signIn(connection)).as(sessionView);
    expect(session).toMatchObject({ assurance: 'verified', displayName: 'Ines Okafor' });
    const rows = await factsWhere(house, { consumer: { subject: 'c-42' } });
    const facts = new Map(rows.map(({ name, value, sealed }) => [name, { value, sealed }]));
    expect(facts.get('account_number')).toEqual({ value: 'AC-0042', sealed: true });
  },
);

test('a code that somebody stole is worth nothing in another browser, nor to its owner afterwards', async () => {
  const attempt = await page.attempt('own');
  const proof = await codeFor(attempt);
  const thief = await larkspur.page();
  const theirs = await thief.attempt('own');
  expect((await thief.prove(theirs, proof)).problem().reason).toBe('code_refused');
  expect((await page.prove(attempt, proof)).problem().reason).toBe('code_replayed');
});

test('a code of the site’s own login client is refused', async () => {
  const attempt = await page.attempt('own');
  const proof = await codeFor({ ...attempt, clientId: LOGIN.clientId });
  expect((await page.prove(attempt, proof)).problem().reason).toBe('code_refused');
});

test('a code that waited longer than a minute is refused', async () => {
  const attempt = await page.attempt('own');
  const proof = await codeFor(attempt);
  house.later({ seconds: 61 });
  expect((await page.prove(attempt, proof)).problem().reason).toBe('code_refused');
});

test('a code from before the customer signed out is refused', async () => {
  const attempt = await page.attempt('own');
  const proof = await codeFor(attempt);
  await service.endSession({ subject: 'c-42' });
  expect((await page.prove(attempt, proof)).problem().reason).toBe('code_refused');
});

test('a sign-out at the brand ends its customer’s chats by a logout token, and says who was told', async () => {
  const { session } = (await signIn('listening')).as(sessionView);
  const other = { subject: 'c-43' };
  const attempt = await page.attempt('listening');
  const elsewhere = await larkspur.page();
  const theirs = await elsewhere.attempt('listening');
  const kept = (await elsewhere.prove(theirs, await codeFor(theirs, other))).as(sessionView);
  house.later({ seconds: 1 });
  expect(await service.endSession({ subject: 'c-42' })).toEqual([
    { clientId: LISTENING.clientId, told: true, status: 200 },
  ]);
  const rows = await house.database.session.findMany({ where: { id: { in: [session, kept.session] } } });
  const ended = new Map(rows.map(({ id, endedAt }) => [id, endedAt !== null]));
  expect([ended.get(session), ended.get(kept.session)]).toEqual([true, false]);
  house.later({ seconds: 1 });
  expect((await page.prove(attempt, await codeFor(attempt))).problem().reason).toBe('session_ended');
});

test('a sign-out of one of the brand’s sessions ends what came of that one alone', async () => {
  const phone = await larkspur.page();
  const atPhone = await phone.attempt('listening');
  const onPhone = (await phone.prove(atPhone, await codeFor(atPhone, { ...customer, sid: 's-2' }))).as(
    sessionView,
  );
  const { session } = (await signIn('listening')).as(sessionView);
  house.later({ seconds: 1 });
  await service.endSession({ subject: 'c-42', sid: 's-2' });
  const rows = await house.database.session.findMany({ where: { id: { in: [session, onPhone.session] } } });
  const ended = new Map(rows.map(({ id, endedAt }) => [id, endedAt !== null]));
  expect([ended.get(session), ended.get(onPhone.session)]).toEqual([false, true]);
});

test('a key can turn while customers sign in, and nobody notices', async () => {
  const turning = await rotateKeys(keys, { now: house.now() });
  keys = turning;
  await signIn('own').then((answer) => answer.as(sessionView));
  house.later({ minutes: 61 });
  page = await larkspur.page();
  expect((await signIn('own')).as(sessionView).assurance).toBe('verified');
});

test('a connection that takes ES256 alone is served by a key of that kind', async () => {
  expect((await signIn('elliptic')).problem().reason).toBe('algorithm_not_allowed');
  keys = [...keys, await newSigningKey('ES256', house.now())];
  house.later({ seconds: 11 });
  page = await larkspur.page();
  expect((await signIn('elliptic')).as(sessionView).assurance).toBe('verified');
});
