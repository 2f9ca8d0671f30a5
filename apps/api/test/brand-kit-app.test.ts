import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  type AuthorizationService,
  appProofHandler,
  createAuthorizationService,
  createEnvelopeMinter,
  newSigningKey,
} from '@countersign/brand-kit';
import { middleware } from '@countersign/brand-kit/express';
import { type AttemptView, type Proof, sessionView } from '@countersign/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type House, openHouse } from './house/house.js';
import { CALLBACK, code, ISSUER, implicit, type Larkspur, makeLarkspur } from './house/larkspur.js';

const CLIENT = { clientId: 'app', clientSecret: 'the-secret-of-the-app-connection' };
const claims = { name: 'Ines Okafor', account_number: 'AC-0042' };

let house: House;
let server: Server;
let larkspur: Larkspur;
let service: AuthorizationService;

beforeAll(async () => {
  house = await openHouse();
  server = createServer(
    (request, response) => void middleware((asked) => service.handler(asked))(request, response),
  );
  await new Promise<void>((resolve) => void server.listen(0, 'localhost', resolve));
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`;
  service = createAuthorizationService({
    issuer,
    clients: [{ ...CLIENT, redirectUris: [CALLBACK] }],
    keys: [await newSigningKey('RS256', new Date(0))],
    customerOf: async () => undefined,
    loginPage: () => '/login',
    claimsOf: async () => claims,
    now: () => house.now(),
  });
  const app = { apps: true, origins: [] };
  const mapping = { sub: 'sub', name: 'name', account_number: 'account_number' };
  larkspur = await makeLarkspur(
    house,
    [
      code('app-code', issuer, {
        ...app,
        ...CLIENT,
        redirectUris: [CALLBACK],
        authoritative: ['*'],
        mapping,
      }),
      implicit('app-signed', app),
      implicit('site'),
    ],
    { issuers: [{ url: issuer, label: 'Larkspur ID' }] },
  );
});
afterAll(async () => {
  await house.close();
  server.close();
});

/** The brand's endpoint for its app: app sessions are `{subject}-token`. */
const endpoint = appProofHandler<string>({
  customerOf: async (token) => /^(c-\d+)-token$/.exec(token)?.[1],
  proofFor: async (subject, attempt) => {
    if (attempt.clientId === CLIENT.clientId) return service.issueCode({ subject }, attempt);
    const audience = larkspur.audience('app-signed');
    if (attempt.clientId !== audience) return undefined;
    const { signer } = larkspur;
    const minter = createEnvelopeMinter(
      { issuer: ISSUER, audience, keyId: 'larkspur-1', privateKey: signer.privateJwk as never },
      () => house.now(),
    );
    return { idToken: await minter.mint({ subject, nonce: attempt.nonce, claims }) };
  },
  onFailure: (error) => expect.unreachable(String(error)),
});
const ask = (attempt: AttemptView, token = 'c-42-token', more: object = {}) =>
  endpoint(
    new Request('https://www.larkspur.example/api/app/chat-proof', {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ ...attempt, ...more }),
    }),
  );

test('an app gets a code or an envelope on request, whichever its connection takes, and is verified', async () => {
  for (const connection of ['app-code', 'app-signed']) {
    const phone = await larkspur.page(null);
    const attempt = await phone.attempt(connection);
    const proof = (await (await ask(attempt)).json()) as Proof;
    const session = (await phone.prove(attempt, proof)).as(sessionView);
    expect(session, connection).toMatchObject({ assurance: 'verified', displayName: 'Ines Okafor' });
  }
});

test('an app that names somebody else is verified as whom its own session is', async () => {
  const phone = await larkspur.page(null);
  const attempt = await phone.attempt('app-signed');
  const forged = { sub: 'c-99', subject: 'c-99', claims: { sub: 'c-99' } };
  const proof = (await (await ask(attempt, 'c-42-token', forged)).json()) as Proof;
  const { session } = (await phone.prove(attempt, proof)).as(sessionView);
  const row = await house.database.session.findFirst({ where: { id: session }, include: { consumer: true } });
  expect(row?.consumer?.subject).toBe('c-42');
});

test('a proof that an app was given is worth nothing to another phone', async () => {
  const [phone, thief] = [await larkspur.page(null), await larkspur.page(null)];
  for (const connection of ['app-code', 'app-signed']) {
    const proof = (await (await ask(await phone.attempt(connection))).json()) as Proof;
    const theirs = await thief.attempt(connection);
    expect((await thief.prove(theirs, proof)).problem().code, connection).toBe('proof_rejected');
  }
});

test('without an Origin no connection is open that is not for apps', async () => {
  const phone = await larkspur.page(null);
  expect((await phone.tryAttempt('site')).problem().code).toBe('origin_not_allowed');
});

test('an attempt of the website gets nothing at the endpoint for apps', async () => {
  const browser = await larkspur.page();
  const answer = await ask(await browser.attempt('site'));
  expect([answer.status, await answer.json()]).toEqual([400, { error: 'attempt_unknown' }]);
});
