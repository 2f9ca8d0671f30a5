import { setTimeout as pause } from 'node:timers/promises';
import { decodeJwt } from 'jose';
import { expect, test } from 'vitest';
import type { Client, MockIdp } from '../src/control/index.js';
import { Browser, type Page } from './support/browser.js';
import { callback, useStandIn } from './support/world.js';

const standIn = useStandIn();
const day = 24 * 60 * 60;

/** A namespace of its own for each test: a clock is shared by all that is in it. */
async function worldOf(name: string) {
  const control = standIn.control.namespace(name);
  const client = await control.client({
    issuer: 'google',
    name: 'Shop',
    redirectUris: [callback],
    consent: 'given',
  });
  return { control, client, login: loginAt(control, client) };
}

type Tokens = { readonly access_token: string; readonly id_token: string };

function loginAt(control: MockIdp, client: Client) {
  const issuer = `${control.url}/google`;
  const authorize = (more: Record<string, string> = {}) =>
    `${issuer}/o/oauth2/v2/auth?${new URLSearchParams({
      client_id: client.clientId,
      redirect_uri: callback,
      response_type: 'code',
      scope: 'openid email',
      ...more,
    })}`;
  const spend = (back: Page): Promise<Response> =>
    fetch(`${issuer}/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'authorization_code',
        redirect_uri: callback,
        client_id: client.clientId,
        client_secret: client.clientSecret,
        code: back.query.get('code') ?? '',
      }),
    });
  const userinfo = async ({ access_token: token }: Tokens): Promise<number> =>
    (await fetch(`${issuer}/v1/userinfo`, { headers: { authorization: `Bearer ${token}` } })).status;
  return {
    browser: () => new Browser(standIn.url),
    open: (browser: Browser, more?: Record<string, string>) => browser.open(authorize(more)),
    begin: async (browser = new Browser(standIn.url)) => (await browser.open(authorize())).choose('ada'),
    spend,
    tokens: async (back: Page): Promise<Tokens> => (await (await spend(back)).json()) as Tokens,
    userinfo,
  };
}

test('a code lives nine minutes and not ten', async () => {
  const { control, login } = await worldOf('codes');
  const early = await login.begin();
  await control.advance(9 * 60);
  expect((await login.spend(early)).status).toBe(200);
  const late = await login.begin();
  await control.advance(10 * 60);
  const response = await login.spend(late);
  expect([response.status, await response.json()]).toMatchObject([400, { error: 'invalid_grant' }]);
});

/** Early in a second of the machine, which oidc-provider counts in: none ends between its looks at the time. */
async function earlyInASecond(): Promise<void> {
  while (Date.now() % 1_000 > 300) await pause(10);
}

test('an access token is over after 3,599 seconds', async () => {
  const { control, login } = await worldOf('access');
  await control.freeze();
  const signedIn = await login.begin();
  await earlyInASecond();
  const tokens = await login.tokens(signedIn);
  await control.advance(3598);
  await earlyInASecond();
  expect(await login.userinfo(tokens)).toBe(200);
  await control.advance(1);
  expect(await login.userinfo(tokens)).toBe(401);
});

test('a browser is signed in for fourteen days', async () => {
  const { control, login } = await worldOf('sessions');
  const browser = login.browser();
  await login.begin(browser);
  await control.advance(14 * day - 60);
  // Each visit begins the fourteen days anew.
  expect((await login.open(browser)).query.has('code')).toBe(true);
  await control.advance(14 * day + 60);
  expect((await login.open(browser)).heading).toBe('Choose an account');
});

test('iat and exp follow the clock, forwards and backwards', async () => {
  const { control, login } = await worldOf('claims');
  for (const now of ['2031-05-01T00:00:00Z', '2004-02-29T00:00:00Z']) {
    await control.setClock({ now });
    const { iat = 0, exp = 0 } = decodeJwt((await login.tokens(await login.begin())).id_token);
    expect(iat - Date.parse(now) / 1000).toBeLessThan(60);
    expect(iat).toBeGreaterThanOrEqual(Date.parse(now) / 1000);
    expect(exp - iat).toBe(3600);
  }
});

test('a login that is older than max_age by the clock has to be done again', async () => {
  const { control, login } = await worldOf('max-age');
  const browser = login.browser();
  await login.begin(browser);
  expect((await login.open(browser, { max_age: '600' })).query.has('code')).toBe(true);
  await control.advance(601);
  expect((await login.open(browser, { max_age: '600' })).heading).toBe('Choose an account');
});

test('where time goes back, what was granted is still good', async () => {
  const { control, login } = await worldOf('backwards');
  const browser = login.browser();
  const back = await login.begin(browser);
  await control.advance(-3600);
  const tokens = await login.tokens(back);
  expect(await login.userinfo(tokens)).toBe(200);
  expect((await login.open(browser)).query.has('code')).toBe(true);
  const { iat = 0 } = decodeJwt(tokens.id_token);
  expect(Date.now() / 1000 - iat).toBeGreaterThan(3590);
});

test('two logins while the clock stands have equal times', async () => {
  const { control, login } = await worldOf('frozen');
  const { now } = await control.freeze(new Date('2030-01-01T00:00:00Z'));
  const tokens = [await login.tokens(await login.begin()), await login.tokens(await login.begin())];
  const iats = tokens.map(({ id_token: idToken }) => decodeJwt(idToken).iat);
  expect(iats).toEqual([Date.parse(now) / 1000, Date.parse(now) / 1000]);
});

test('a clock in one namespace moves no other', async () => {
  await standIn.control.namespace('ahead').advance(day);
  expect((await standIn.control.namespace('beside').clock()).aheadSeconds).toBe(0);
  expect((await standIn.control.clock()).aheadSeconds).toBe(0);
});

test('a reset clock is the machine’s, and runs', async () => {
  const control = standIn.control.namespace('reset-clock');
  await control.freeze(new Date('2030-01-01T00:00:00Z'));
  expect(await control.setClock({ reset: true })).toMatchObject({ frozen: false, aheadSeconds: 0 });
  const ahead = await control.setClock({ reset: true, advanceSeconds: 60 });
  expect(ahead.aheadSeconds).toBeGreaterThanOrEqual(59);
});

test.each([
  [{}, 'body', 'expected one of now, advanceSeconds, frozen and reset'],
  [{ now: 'tomorrow' }, 'now', 'expected an ISO time like 2030-01-31T12:00:00Z'],
  [{ now: '1999-12-31T23:59:59Z' }, 'now', 'expected a time from 2000 to 2100'],
  [{ now: '2101-01-01T00:00:00Z' }, 'now', 'expected a time from 2000 to 2100'],
  [{ advanceSeconds: 3_000_000_000 }, 'advanceSeconds', 'expected a time from 2000 to 2100'],
  [
    { now: '2030-01-01T00:00:00Z', advanceSeconds: 1 },
    'advanceSeconds',
    'expected now or advanceSeconds, not both',
  ],
  [{ later: 1, frozen: true }, 'later', 'no such member'],
])('%j does not move the clock', async (change, member, expected) => {
  const response = await fetch(`${standIn.url}/control/clock`, {
    method: 'POST',
    body: JSON.stringify(change),
  });
  expect([response.status, await response.json()]).toMatchObject([400, { members: [{ member, expected }] }]);
  expect((await standIn.control.clock()).aheadSeconds).toBe(0);
});
