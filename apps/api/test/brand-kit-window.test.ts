import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  type AuthorizationService,
  createAuthorizationService,
  memoryStore,
  newSigningKey,
  type SignedIn,
} from '@countersign/brand-kit';
import { middleware } from '@countersign/brand-kit/express';
import { sessionView } from '@countersign/contracts';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type House, openHouse } from './house/house.js';
import { CALLBACK, code, implicit, type Larkspur, makeLarkspur } from './house/larkspur.js';
import { ChatWindow, said } from './house/window.js';

const CHAT = { clientId: 'chat', clientSecret: 'the-secret-of-the-chat-of-acme' };

let house: House;
let server: Server;
let service: AuthorizationService;
let larkspur: Larkspur;
let customer: SignedIn | undefined;

beforeAll(async () => {
  house = await openHouse();
  server = createServer(
    (request, response) => void middleware((asked) => service.handler(asked))(request, response),
  );
  await new Promise<void>((resolve) => void server.listen(0, 'localhost', resolve));
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}/id`;
  const shared = { keys: [await newSigningKey('RS256', new Date(0))], store: memoryStore(() => house.now()) };
  const serviceFor = (redirectUris: readonly string[]) =>
    createAuthorizationService({
      ...shared,
      issuer,
      clients: [{ ...CHAT, redirectUris, responseTypes: ['code', 'id_token'] }],
      customerOf: async () => customer,
      loginPage: ({ returnTo }) => `${issuer}/login?to=${encodeURIComponent(returnTo)}`,
      claimsOf: async () => ({ name: 'Ines Okafor' }),
      now: () => house.now(),
    });
  service = serviceFor([CALLBACK]);
  const byWindow = { issuer, window: true, authoritative: ['*'], mapping: { sub: 'sub', name: 'name' } };
  larkspur = await makeLarkspur(
    house,
    [
      code('own', issuer, { ...byWindow, ...CHAT, redirectUris: [CALLBACK] }),
      implicit('posted', { ...byWindow, clientId: CHAT.clientId }),
      implicit('fragment', { ...byWindow, clientId: CHAT.clientId, responseMode: 'fragment' }),
    ],
    { issuers: [{ url: issuer, label: 'Acme' }] },
  );
  service = serviceFor([CALLBACK, ...larkspur.view.connections.map(({ windowCallback }) => windowCallback)]);
});
afterAll(async () => {
  await house.close();
  server.close();
});
beforeEach(() => {
  customer = { subject: 'c-42', authTime: house.now() };
});

test('a window of the chat’s own signs in by the kit, with a code, a form and a fragment', async () => {
  for (const connection of ['own', 'posted', 'fragment']) {
    const window = await ChatWindow.open(house);
    const returned = await window.at(await window.leave(connection), '');
    expect(returned.callback).toContain('/window/callback/');
    const back =
      connection === 'own' ? await window.get(returned) : await window.post(returned, from(connection));
    expect(back.status, connection).toBe(303);
    const session = (await window.resume()).as(sessionView);
    expect(session, connection).toMatchObject({ assurance: 'verified', displayName: 'Ines Okafor' });
  }
});
const from = (connection: string): Record<string, string> =>
  connection === 'fragment' ? { 'sec-fetch-site': 'same-origin' } : { origin: 'null' };

test('whoever is not signed in goes by the brand’s login page, and comes back to the window', async () => {
  const signedIn = customer;
  customer = undefined;
  const window = await ChatWindow.open(house);
  const { headers } = await window.browser.fetch((await window.leave('own')).href);
  const login = new URL(headers.get('location') ?? '');
  customer = signedIn;
  const returned = await window.at(new URL(login.searchParams.get('to') ?? ''), '');
  expect((await window.get(returned)).status).toBe(303);
  expect((await window.resume()).as(sessionView).assurance).toBe('verified');
});

test('whoever turns back at the login page is told that they declined, as a sentence', async () => {
  customer = undefined;
  const window = await ChatWindow.open(house);
  const { headers } = await window.browser.fetch((await window.leave('own')).href);
  const login = new URL(headers.get('location') ?? '');
  const returned = await window.at(new URL(login.searchParams.get('to') ?? ''), '');
  expect(returned.answer).toMatchObject({ error: 'access_denied' });
  const page = await said(await window.get(returned));
  expect(page.title).not.toBe('');
});
