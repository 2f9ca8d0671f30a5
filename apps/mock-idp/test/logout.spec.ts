import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createRemoteJWKSet, decodeJwt, jwtVerify } from 'jose';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Client, ClientInput } from '../src/control/index.js';
import type { Browser } from './support/browser.js';
import { signIn, useStandIn } from './support/world.js';

const standIn = useStandIn();
const landing = 'http://shop.localhost:4999/bye';
const event = 'http://schemas.openid.net/event/backchannel-logout';

/** The client's end of the back channel. */
let server: Server;
let heard: string[] = [];
let answers = 200;
beforeAll(async () => {
  server = createServer(async (req, res) => {
    let body = '';
    for await (const chunk of req) body += String(chunk);
    heard.push(new URLSearchParams(body).get('logout_token') ?? '');
    res.writeHead(answers, answers === 302 ? { location: 'http://127.0.0.1:9/' } : {}).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
beforeEach(() => {
  heard = [];
  answers = 200;
});
afterAll(() => void server.close());

const backchannelLogoutUri = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/logout`;

const shop = (more: Partial<ClientInput> = {}): Promise<Client> =>
  standIn.client({ issuer: 'larkspur', postLogoutRedirectUris: [landing], ...more });

async function login(client: Client, person: string, browser: Browser, more: Record<string, string> = {}) {
  const back = await signIn(
    standIn,
    client,
    person,
    { response_type: 'id_token', nonce: 'n', ...more },
    browser,
  );
  return back.fragment.get('id_token') ?? '';
}

const logoutAt = (query: Record<string, string>, issuer = 'larkspur') =>
  `${standIn.issuer(issuer)}/logout?${new URLSearchParams(query)}`;

const silently = (client: Client, browser: Browser) =>
  browser.open(standIn.authorize(client, { response_type: 'id_token', nonce: 'n', prompt: 'none' }));

test('a person is asked, signed out, and sent back with the state', async () => {
  const client = await shop();
  const browser = standIn.browser();
  const id_token_hint = await login(client, 'ada', browser);
  const page = await browser.open(
    logoutAt({ id_token_hint, post_logout_redirect_uri: landing, state: 'a b' }),
  );
  expect(page.heading).toBe('Sign out of Larkspur ID?');
  expect(page.text).toContain('Ada Osei');
  const back = await page.press('confirm');
  expect(back.address).toBe(`${landing}?state=a%20b`);
  expect((await silently(client, browser)).fragment.get('error')).toBe('login_required');
});

test('whoever stays is still signed in, and the question cannot be answered twice', async () => {
  const client = await shop();
  const browser = standIn.browser();
  const id_token_hint = await login(client, 'ada', browser);
  const page = await browser.open(logoutAt({ id_token_hint, post_logout_redirect_uri: landing }));
  expect((await page.press('stay')).text).toContain('You are still signed in');
  expect((await silently(client, browser)).fragment.has('id_token')).toBe(true);
  expect((await page.press('confirm')).status).toBe(400);
});

test('without a place to go the person stays on a page that says it', async () => {
  const browser = standIn.browser();
  await login(await shop(), 'ada', browser);
  const page = await (await browser.open(logoutAt({}))).press('confirm');
  expect(page.text).toContain('You are signed out');
});

test('nobody signed in: no question, straight back', async () => {
  const client = await shop();
  const id_token_hint = await login(client, 'ada', standIn.browser());
  const query = { id_token_hint, post_logout_redirect_uri: landing };
  expect((await standIn.browser().open(logoutAt(query))).address).toBe(landing);
});

test('an answer from another browser signs nobody out', async () => {
  const client = await shop();
  const browser = standIn.browser();
  await login(client, 'ada', browser);
  const page = await browser.open(logoutAt({}));
  const [, action = ''] = /action="([^"]+\/confirm)"/.exec(page.text) ?? [];
  const forged = await standIn.browser().open(new URL(action, page.address).href, {});
  expect(forged.status).toBe(400);
  expect((await silently(client, browser)).fragment.has('id_token')).toBe(true);
});

const foreign: [string, (client: Client, hint: string) => Promise<Record<string, string>>][] = [
  [
    'a foreign post_logout_redirect_uri',
    async (_, id_token_hint) => ({
      id_token_hint,
      post_logout_redirect_uri: 'https://evil.example/',
    }),
  ],
  [
    'one that only begins like it',
    async (_, id_token_hint) => ({
      id_token_hint,
      post_logout_redirect_uri: `${landing}/x`,
    }),
  ],
  ['one without a client', async () => ({ post_logout_redirect_uri: landing })],
  [
    'one that another client registered',
    async () => ({
      client_id: (await standIn.client({ issuer: 'larkspur' })).clientId,
      post_logout_redirect_uri: landing,
    }),
  ],
  ['a hint that is junk', async () => ({ id_token_hint: 'junk' })],
  ['a hint with another signature', async (_, hint) => ({ id_token_hint: `${hint.slice(0, -8)}AAAAAAAA` })],
  [
    'a hint without a signature',
    async (_, hint) => ({
      id_token_hint: `eyJhbGciOiJub25lIn0.${hint.split('.')[1]}.`,
    }),
  ],
  [
    'a hint for another client',
    async (_, id_token_hint) => ({
      id_token_hint,
      client_id: (await shop()).clientId,
    }),
  ],
  ['a client nobody knows', async () => ({ client_id: 'nobody' })],
];

test.each(foreign)('%s gets a page, and nobody is signed out or sent anywhere', async (_what, make) => {
  const client = await shop();
  const browser = standIn.browser();
  const query = await make(client, await login(client, 'ada', browser));
  const page = await browser.open(logoutAt(query));
  expect([page.status, page.heading]).toEqual([400, 'Error 400: invalid_request']);
  expect((await silently(client, browser)).fragment.has('id_token')).toBe(true);
});

test('an ID token of another issuer is no hint', async () => {
  const elsewhere = await standIn.client({ issuer: 'juniper' });
  const id_token_hint = await login(elsewhere, 'gus', standIn.browser());
  expect((await standIn.browser().open(logoutAt({ id_token_hint }))).status).toBe(400);
});

test('a client that registered for it gets a logout token by back channel', async () => {
  const client = await shop({ backchannelLogoutUri: backchannelLogoutUri() });
  const browser = standIn.browser();
  const idToken = await login(client, 'ada', browser);
  await (await browser.open(logoutAt({ id_token_hint: idToken }))).press('confirm');
  expect(heard).toHaveLength(1);
  const keys = createRemoteJWKSet(new URL(`${standIn.issuer('larkspur')}/keys`));
  const { payload, protectedHeader } = await jwtVerify(heard[0] ?? '', keys, {
    issuer: standIn.issuer('larkspur'),
    audience: client.clientId,
    typ: 'logout+jwt',
    algorithms: ['RS256'],
  });
  expect(protectedHeader.typ).toBe('logout+jwt');
  expect(payload).toMatchObject({
    sub: 'cust-10482',
    sid: decodeJwt(idToken)['sid'],
    jti: expect.any(String),
    events: { [event]: {} },
  });
  expect(payload).not.toHaveProperty('nonce');
  expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(120);
});

test('control signs a person out by subject: one token for each client, without a session', async () => {
  const client = await shop({ backchannelLogoutUri: backchannelLogoutUri() });
  for (const browser of [standIn.browser(), standIn.browser()]) await login(client, 'emil', browser);
  await standIn.control.logout('larkspur', 'emil', { by: 'subject' });
  const claims = heard.map((token) => decodeJwt(token)).filter(({ aud }) => aud === client.clientId);
  expect(claims).toHaveLength(1);
  expect(claims[0]?.sub).toEqual(expect.any(String));
  expect(claims[0]).not.toHaveProperty('sid');
});

test('control signs a person out everywhere: each client hears of each session, others hear nothing', async () => {
  const client = await shop({ backchannelLogoutUri: backchannelLogoutUri() });
  const quiet = await shop();
  const browsers = [standIn.browser(), standIn.browser()];
  const sids: unknown[] = [];
  for (const browser of browsers) sids.push(decodeJwt(await login(client, 'chi', browser))['sid']);
  await login(quiet, 'chi', standIn.browser());
  const other = standIn.browser();
  await login(client, 'ben', other);
  const { sessions, told } = await standIn.control.logout('larkspur', 'chi');
  expect(sessions).toBeGreaterThanOrEqual(3);
  expect(told).toEqual(
    expect.arrayContaining(sids.map((sid) => ({ clientId: client.clientId, sid, status: 200 }))),
  );
  expect(heard.map((token) => decodeJwt(token)['sid']).toSorted()).toEqual(sids.toSorted());
  for (const browser of browsers)
    expect((await silently(client, browser)).fragment.get('error')).toBe('login_required');
  expect((await silently(client, other)).fragment.has('id_token')).toBe(true);
});

test('after a logout the next session has another sid', async () => {
  const client = await shop();
  const browser = standIn.browser();
  const before = decodeJwt(await login(client, 'ada', browser))['sid'];
  const again = await silently(client, browser);
  expect(decodeJwt(again.fragment.get('id_token') ?? '')['sid']).toBe(before);
  await standIn.control.logout('larkspur', 'ada');
  expect(decodeJwt(await login(client, 'ada', browser))['sid']).not.toBe(before);
});

test('of two accounts in one browser each has a sid of its own', async () => {
  const client = await shop();
  const browser = standIn.browser();
  const one = decodeJwt(await login(client, 'ada', browser))['sid'];
  const two = decodeJwt(await login(client, 'ben', browser, { prompt: 'select_account' }))['sid'];
  expect(two).not.toBe(one);
});

test.each([
  ['refuses', 400, { status: 400 }],
  ['answers with a redirect', 302, { status: 302 }],
])('a client that %s is reported so, and nothing is followed', async (_what, status, told) => {
  answers = status;
  const client = await shop({ backchannelLogoutUri: backchannelLogoutUri() });
  await login(client, 'emil', standIn.browser());
  const answer = await standIn.control.logout('larkspur', 'emil');
  expect(answer.told).toEqual([expect.objectContaining({ clientId: client.clientId, ...told })]);
});

test('a client that cannot be reached holds nobody up', async () => {
  const client = await shop({ backchannelLogoutUri: 'http://127.0.0.1:9/logout' });
  await login(client, 'kat', standIn.browser());
  const { told } = await standIn.control.logout('larkspur', 'kat');
  expect(told).toEqual([expect.objectContaining({ clientId: client.clientId, error: expect.any(String) })]);
});

test('a session that a backend began can be ended too', async () => {
  const client = await shop({ backchannelLogoutUri: backchannelLogoutUri() });
  const backend = await standIn.client({
    issuer: 'larkspur',
    backend: true,
    redirectUris: [],
    codesFor: [client.clientId],
  });
  const response = await fetch(`${standIn.issuer('larkspur')}/backchannel/code`, {
    method: 'POST',
    headers: {
      authorization: `Basic ${Buffer.from(`${backend.clientId}:${backend.clientSecret}`).toString('base64')}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({
      clientId: client.clientId,
      sub: 'cust-10482',
      redirectUri: client.redirectUris[0],
      scope: 'openid',
      nonce: 'n',
      codeChallenge: 'l'.repeat(43),
      codeChallengeMethod: 'S256',
    }),
  });
  expect(response.status).toBe(200);
  await standIn.control.logout('larkspur', 'ada');
  expect(heard.map((token) => decodeJwt(token).aud)).toContain(client.clientId);
});

test('control names whom it knows when a person or an issuer is unknown', async () => {
  await expect(standIn.control.logout('larkspur', 'nobody')).rejects.toMatchObject({ status: 404 });
  await expect(standIn.control.logout('nowhere', 'ada')).rejects.toThrow(/known: google/);
});

test('G18: Google signs out from control only; it has no logout endpoint (raw HTTP)', async () => {
  const client = await standIn.client();
  const browser = standIn.browser();
  await signIn(standIn, client, 'ada', {}, browser);
  await standIn.control.logout('google', 'ada');
  const page = await browser.open(standIn.authorize(client, { prompt: 'none' }));
  expect(page.query.get('error')).toBe('login_required');
  expect((await fetch(`${standIn.issuer()}/logout`)).status).toBe(404);
});

test('G81: who left a client is still signed in at Google, and the next login is silent (raw HTTP)', async () => {
  const browser = standIn.browser();
  const client = await standIn.client();
  await signIn(standIn, client, 'ada', {}, browser);
  expect((await browser.open(standIn.authorize(client))).query.get('prompt')).toBe('none');
  const chooser = await browser.open(standIn.authorize(client, { prompt: 'select_account' }));
  expect(chooser.heading).toBe('Choose an account');
});

test('a sign-in without a browser is signed out too, in the clock’s time, and the journal calls it a logout', async () => {
  const client = await shop({ backchannelLogoutUri: backchannelLogoutUri() });
  const { control } = standIn;
  const more = { responseType: 'id_token', nonce: 'n' } as const;
  const { id_token = '' } = await control.signIn({
    issuer: 'larkspur',
    clientId: client.clientId,
    person: 'ada',
    ...more,
  });
  await control.advance(1800);
  const browser = standIn.browser();
  await browser.open(logoutAt({ id_token_hint: id_token }));
  const [logoutToken = ''] = heard;
  expect(decodeJwt(logoutToken)['sid']).toBe(decodeJwt(id_token)['sid']);
  expect(Number(decodeJwt(logoutToken).iat)).toBeGreaterThanOrEqual(Number(decodeJwt(id_token).iat) + 1800);
  await control.setClock({ reset: true });
  const [entry] = (await control.journal()).filter(({ endpoint }) => endpoint === 'logout').slice(-1);
  expect(entry).toMatchObject({ status: 200, issuer: 'larkspur' });
  expect(JSON.stringify(entry)).not.toContain(id_token.split('.')[2]);
});
