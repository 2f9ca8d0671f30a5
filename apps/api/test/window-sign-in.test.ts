import { sessionView, windowDeparture } from '@countersign/contracts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type House, openHouse } from './house/house.js';
import { ISSUER } from './house/larkspur.js';
import { ChatWindow } from './house/window.js';
import { Windowed } from './house/windowed.js';

let house: House;
let windowed: Windowed;

beforeAll(async () => {
  house = await openHouse();
  windowed = await Windowed.open(house);
  await windowed.idp.person({
    id: 'wren',
    name: 'Wren Adeyemi',
    issuers: ['larkspur'],
    email: 'wren@larkspur.example',
  });
});
afterAll(async () => {
  await windowed.close();
  await house.close();
});

const WREN = 'wren@larkspur.example';

test('a window that is there already goes on by the cookie it has while another one is proven', async () => {
  const window = await ChatWindow.open(house);
  await window.get(await window.at(await window.leave('own'), WREN));
  const cookie = window.browser.cookies(house.url);
  // The other window's proof has opened a session; the browser has not read the answer that brings its cookie.
  await window.get(await window.at(await window.leave('own'), WREN));
  expect(window.browser.cookies(house.url)).not.toBe(cookie);
  const early = await fetch(`${house.url}/v1/sessions`, {
    method: 'POST',
    headers: {
      origin: house.url,
      cookie,
      'content-type': 'application/json',
      dpop: await window.page.possession('POST', '/v1/sessions'),
    },
    body: JSON.stringify({ kind: 'resume', brand: 'larkspur', signedInAs: null }),
  });
  expect(early.status).toBe(200);
  expect((await window.resume()).as(sessionView)).toMatchObject({ assurance: 'verified' });
});

test('a window leaves for the provider with state, nonce and challenge of its own', async () => {
  const window = await ChatWindow.open(house);
  const attempt = await window.page.attempt('own');
  const answer = await window.trySignIn(attempt.attempt);
  const { origin, pathname, searchParams } = new URL((answer.json() as { location: string }).location);
  expect(`${origin}${pathname}`).toBe(`${windowed.issuer}/authorize`);
  const asked = Object.fromEntries(searchParams);
  expect(asked).toEqual({
    response_type: 'code',
    client_id: windowed.client.clientId,
    redirect_uri: windowed.callback('own'),
    scope: 'openid profile',
    nonce: attempt.nonce,
    code_challenge: attempt.codeChallenge,
    code_challenge_method: 'S256',
    state: expect.stringMatching(/^[\w-]{43}$/),
  });
  expect(answer.headers.get('cache-control')).toBe('no-store');
});

test('a window asks for an ID token alone, and never for an access token', async () => {
  for (const [key, mode] of [
    ['posted', 'form_post'],
    ['fragment', 'fragment'],
  ] as const) {
    const { searchParams } = await (await ChatWindow.open(house)).leave(key);
    const asked = Object.fromEntries(searchParams);
    expect(asked).toMatchObject({ response_type: 'id_token', response_mode: mode, scope: 'openid profile' });
    expect(asked['nonce']).toMatch(/^[\w-]{43}$/);
  }
});

describe('a window comes back', () => {
  test('with a code, and goes on by its key and its cookie', async () => {
    const window = await ChatWindow.open(house);
    const back = await window.get(await window.at(await window.leave('own'), WREN));
    expect(back.status).toBe(303);
    expect(back.headers.get('location')).toBe('/window/larkspur?connection=own');
    const session = (await window.resume()).as(sessionView);
    expect(session).toMatchObject({ assurance: 'verified', displayName: 'Wren Adeyemi', connection: 'own' });
  });

  test('with an ID token that the provider’s page posts', async () => {
    const window = await ChatWindow.open(house);
    const returned = await window.at(await window.leave('posted'), WREN);
    expect(returned.callback).toBe(windowed.callback('posted'));
    expect(Object.keys(returned.answer).sort()).toEqual(['id_token', 'iss', 'state']);
    expect((await window.post(returned)).headers.get('location')).toBe('/window/larkspur?connection=posted');
    expect((await window.resume()).as(sessionView)).toMatchObject({ assurance: 'verified' });
  });

  test('with an ID token behind the #, which the page there takes and posts', async () => {
    const window = await ChatWindow.open(house);
    const returned = await window.at(await window.leave('fragment'), WREN);
    const page = await window.browser.fetch(returned.callback);
    expect(await page.text()).toMatch(/<script src="\/widget\/\w+\/return\.js" integrity="sha384-/);
    expect((await window.post(returned, { 'sec-fetch-site': 'same-origin' })).status).toBe(303);
    expect((await window.resume()).as(sessionView)).toMatchObject({ assurance: 'verified' });
  });
});

test('a window’s key is worth nothing without its cookie, and its cookie nothing without its key', async () => {
  const window = await ChatWindow.open(house);
  await window.get(await window.at(await window.leave('own'), WREN));
  const other = await ChatWindow.open(house, 'larkspur', window.browser);
  expect((await other.resume()).status).toBe(204);
  expect((await window.page.at(house.url).resume(null)).status).toBe(200);
  const bare = await ChatWindow.open(house);
  const withoutCookie = {
    ...window.page.options,
    fetch: bare.browser.fetch.bind(bare.browser) as typeof fetch,
  };
  expect((await window.page.with(withoutCookie).resume('wren')).status).toBe(204);
  // Somebody sits in front of it whom nobody has named: it has ended for whoever comes.
  expect((await window.resume()).status).toBe(204);
});

test('a sign-in raises the session of its window, and of no other', async () => {
  const [one, two] = [await ChatWindow.open(house), await ChatWindow.open(house)];
  const [first, second] = [await one.page.anonymous('own'), await two.page.anonymous('own')];
  await one.get(await one.at(await one.leave('own'), WREN));
  expect((await one.resume()).as(sessionView)).toMatchObject({ assurance: 'verified' });
  expect((await two.resume()).as(sessionView)).toMatchObject({
    assurance: 'anonymous',
    session: second.session,
  });
  expect(first.assurance).toBe('anonymous');
});

test('two windows of one browser leave and come back in any order', async () => {
  const one = await ChatWindow.open(house);
  const ways = [await one.leave('own'), await one.leave('posted')] as const;
  const second = await one.at(ways[1], WREN);
  const first = await one.at(ways[0], WREN);
  expect((await one.post(second)).status).toBe(303);
  expect((await one.get(first)).status).toBe(303);
  expect((await one.resume()).as(sessionView)).toMatchObject({ assurance: 'verified', connection: 'own' });
});

test('what a window proves is told in a trace, like every other proof', async () => {
  const window = await ChatWindow.open(house);
  await window.post(await window.at(await window.leave('posted'), WREN));
  const { attempt } = (await window.resume()).as(sessionView);
  const row = await house.database.trace.findFirstOrThrow({ where: { attemptId: attempt ?? '' } });
  const { steps, origin } = row.trace as { steps: { check: string; outcome: string }[]; origin: string };
  expect(origin).toBe(house.url);
  const checks = steps.map(({ check }) => check);
  for (const check of ['attempt', 'flow', 'response-issuer', 'nonce', 'audience', 'single-use'])
    expect(checks).toContain(check);
  expect(steps.filter(({ outcome }) => outcome === 'failed')).toEqual([]);
});

test('no window is upgraded by a proof that is presented elsewhere', async () => {
  const window = await ChatWindow.open(house);
  const attempt = await window.page.attempt('own');
  const { location } = (await window.trySignIn(attempt.attempt)).as(windowDeparture);
  const returned = await window.at(new URL(location), WREN);
  const { code = '', iss = '' } = returned.answer;
  const answer = await window.page.prove(attempt, { code, iss, redirectUri: returned.callback });
  expect(answer.problem().code).toBe('window_not_allowed');
});

test('without discovery a window leaves for the address that the connection names', async () => {
  const { origin, pathname, searchParams } = await (await ChatWindow.open(house)).leave('site');
  expect(`${origin}${pathname}`).toBe(`${ISSUER}/authorize`);
  expect(Object.fromEntries(searchParams)).toMatchObject({ tenant: 'chat', client_id: 'chat-of-larkspur' });
});
