import { sessionView, windowDeparture } from '@countersign/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type House, openHouse } from './house/house.js';
import { ChatWindow, type Returned, said } from './house/window.js';
import { Windowed } from './house/windowed.js';

let house: House;
let windowed: Windowed;
let window: ChatWindow;

const WREN = 'wren@larkspur.example';
const OVER = 'This sign-in is over';

beforeAll(async () => {
  house = await openHouse();
  windowed = await Windowed.open(house);
  const issuers = ['larkspur'];
  await windowed.idp.person({ id: 'wren', name: 'Wren Adeyemi', issuers, email: WREN });
});
afterAll(async () => {
  await windowed.close();
  await house.close();
});
beforeEach(async () => {
  window = await ChatWindow.open(house);
});

const arrived = async (key: string): Promise<Returned> => window.at(await window.leave(key), WREN);
const nothingOpened = async () => expect((await window.resume()).status).toBe(204);

describe('a return that this browser did not leave for', () => {
  test('with a state nobody gave is a page with a way back, and changes nothing', async () => {
    const { answer, callback } = await arrived('own');
    const back = await window.get({ callback, answer: { ...answer, state: 'x'.repeat(43) } });
    expect(back.status).toBe(400);
    expect(await said(back)).toEqual({
      title: OVER,
      details: 'Reason: stranger',
      back: '/window/larkspur?connection=own',
    });
    await nothingOpened();
    // Its own state is still its own.
    expect((await window.get({ callback, answer })).status).toBe(303);
  });

  test('with another browser’s state is refused: its cookie did not come', async () => {
    const theirs = await ChatWindow.open(house);
    const returned = await theirs.at(await theirs.leave('own'), WREN);
    expect((await said(await window.get(returned))).title).toBe(OVER);
    await nothingOpened();
    expect((await theirs.get(returned)).status).toBe(303);
  });

  test('without its cookie is refused, and with it goes on', async () => {
    const returned = await arrived('posted');
    const bare = await ChatWindow.open(house);
    expect((await bare.post(returned)).status).toBe(400);
    expect((await window.post(returned)).status).toBe(303);
  });

  test('that comes a second time is refused, and the session stays', async () => {
    const returned = await arrived('own');
    await window.get(returned);
    const { session } = (await window.resume()).as(sessionView);
    expect((await said(await window.get(returned))).title).toBe(OVER);
    expect((await window.resume()).as(sessionView).session).toBe(session);
  });

  test('after ten minutes is refused', async () => {
    const returned = await arrived('own');
    house.later({ minutes: 10, seconds: 1 });
    expect((await said(await window.get(returned))).title).toBe(OVER);
    house.resetClock();
  });

  test('to another connection’s callback is refused, and its own still counts', async () => {
    const { answer, callback } = await arrived('own');
    const elsewhere = { callback: windowed.callback('tolerant'), answer };
    expect((await window.get(elsewhere)).status).toBe(400);
    await nothingOpened();
    expect((await window.get({ callback, answer })).status).toBe(303);
  });

  test.each(['nobody', '01a2072a-dfb5-74e0-86ed-494bf91d9484', '..%2flarkspur'])(
    'to the callback of %s is refused without a way back',
    async (connection) => {
      const answer = { state: 'x', code: 'y' };
      const back = await window.get({ callback: `${house.url}/window/callback/${connection}`, answer });
      expect(back.status).toBe(400);
      expect((await said(back)).back).toBeUndefined();
    },
  );
});

test('parameters that stand twice are refused, and used up by nobody', async () => {
  const { answer, callback } = await arrived('own');
  const twice = `${callback}?${new URLSearchParams(answer)}&code=another`;
  expect((await window.browser.fetch(twice)).status).toBe(400);
  expect((await window.get({ callback, answer })).status).toBe(303);
});

test('an answer leads to the window alone, whatever it says of another address', async () => {
  const { answer, callback } = await arrived('own');
  const tricks = {
    redirect_uri: 'https://evil.example/',
    returnTo: '//evil.example',
    next: 'https://evil.example',
    connection: 'https://evil.example',
  };
  const back = await window.get({ callback, answer: { ...answer, ...tricks } });
  expect(back.headers.get('location')).toBe('/window/larkspur?connection=own');
});

test('an ID token in the address is not taken, nor one that comes otherwise than it was asked for', async () => {
  const posted = await arrived('posted');
  expect((await window.get(posted)).status).toBe(400);
  expect((await window.post(posted, { 'sec-fetch-site': 'same-origin' })).status).toBe(400);
  const fragment = await arrived('fragment');
  expect((await window.post(fragment, { origin: windowed.issuer })).status).toBe(400);
  const code = await arrived('own');
  expect((await window.post(code)).status).toBe(400);
  await nothingOpened();
});

describe('who answered', () => {
  test('has to be the issuer of the connection', async () => {
    const { answer, callback } = await arrived('own');
    const back = await window.get({ callback, answer: { ...answer, iss: 'https://login.attacker.example' } });
    expect(await said(back)).toMatchObject({
      title: 'We could not confirm it is you',
      details: expect.stringMatching(/^Reason: issuer_mismatch Attempt: [\w-]{36}$/),
    });
    await nothingOpened();
  });

  test.each(['own', 'posted'])('has to be named where the provider says that it is: %s', async (key) => {
    const { answer, callback } = await arrived(key);
    const { iss: _, ...nameless } = answer;
    const back = await window[key === 'own' ? 'get' : 'post']({ callback, answer: nameless });
    expect((await said(back)).details).toContain('Reason: issuer_mismatch');
    await nothingOpened();
  });
});

test('a code of another window is refused by its challenge', async () => {
  const theirs = await ChatWindow.open(house);
  const stolen = await theirs.at(await theirs.leave('own'), WREN);
  const { answer, callback } = await arrived('own');
  const back = await window.get({ callback, answer: { ...answer, code: stolen.answer['code'] ?? '' } });
  expect((await said(back)).details).toContain('Reason: code_refused');
  await nothingOpened();
});

test('an ID token of another window is refused by its nonce', async () => {
  const theirs = await ChatWindow.open(house);
  const stolen = await theirs.at(await theirs.leave('posted'), WREN);
  const { answer, callback } = await arrived('posted');
  const back = await window.post({
    callback,
    answer: { ...answer, id_token: stolen.answer['id_token'] ?? '' },
  });
  expect((await said(back)).details).toContain('Reason: nonce_mismatch');
  await nothingOpened();
});

test('a code where an ID token was asked for, or none at all, is refused in a sentence', async () => {
  const { answer, callback } = await arrived('posted');
  const { id_token: _, ...rest } = answer;
  expect((await said(await window.post({ callback, answer: { ...rest, code: 'abc' } }))).details).toContain(
    'Reason: proof_of_other_flow',
  );
  const again = await arrived('posted');
  const { id_token: _none, ...nothing } = again.answer;
  expect((await said(await window.post({ callback, answer: nothing }))).details).toContain('Attempt: ');
});

describe('an error of the provider', () => {
  test('that somebody cancelled is a decline', async () => {
    const { answer, callback } = await arrived('own');
    const { code: _, ...rest } = answer;
    const back = await window.get({ callback, answer: { ...rest, error: 'access_denied' } });
    expect(back.status).toBe(200);
    const { title, back: way } = await said(back);
    expect(title).toBe('You are not signed in');
    expect(way).toBe('/window/larkspur?connection=own');
    await nothingOpened();
  });

  test.each([
    ['server_error', 'Larkspur Mobile’s sign-in is not answering'],
    ['temporarily_unavailable', 'Larkspur Mobile’s sign-in is not answering'],
    ['invalid_scope', 'Larkspur Mobile’s sign-in is not set up for this chat'],
    ['login_required', 'The sign-in needs something of you'],
    ['<script>alert(1)</script>', 'The sign-in did not succeed'],
  ])('%s becomes a sentence, with the code behind Details', async (error, sentence) => {
    const { answer, callback } = await arrived('posted');
    const { id_token: _, ...rest } = answer;
    const back = await window.post({
      callback,
      answer: { ...rest, error, error_description: 'marker-4711' },
    });
    const told = await back.text();
    expect(told).not.toContain('marker-4711');
    expect(told).not.toContain('<script>alert');
    const { title, details } = await said(new Response(told));
    expect(title).toBe(sentence);
    expect(details).toMatch(/^Reason: [a-z_]+ Attempt: [\w-]{36}$/);
    const attempt = details.split(' ').at(-1) ?? '';
    const row = await house.database.attempt.findFirstOrThrow({ where: { id: attempt } });
    expect(row).toMatchObject({ outcome: 'rejected', outcomeReason: 'authorization_refused' });
    await nothingOpened();
  });

  test('of a stranger to the connection is not taken for its provider’s', async () => {
    const { answer, callback } = await arrived('own');
    const { state = '' } = answer;
    const back = await window.get({
      callback,
      answer: { state, error: 'server_error', iss: 'https://evil.example' },
    });
    const { details } = await said(back);
    const row = await house.database.attempt.findFirstOrThrow({
      where: { id: details.split(' ').at(-1) ?? '' },
    });
    expect(row.outcomeReason).toBe('issuer_mismatch');
  });
});

test('where the brand says so, a refused window goes on anonymously and says why', async () => {
  const { answer, callback } = await arrived('tolerant');
  const back = await window.get({ callback, answer: { ...answer, code: 'invented' } });
  expect(back.headers.get('location')).toBe('/window/larkspur?connection=tolerant');
  expect((await window.resume()).as(sessionView)).toMatchObject({
    assurance: 'anonymous',
    rejected: { reason: 'code_refused' },
  });
});

describe('a departure', () => {
  test('is for the window itself: another page is turned away', async () => {
    const { attempt } = await window.page.attempt('own');
    for (const origin of ['https://www.larkspur.example', 'https://evil.example', 'null', null]) {
      const elsewhere = await window.page
        .at(origin)
        .call('POST', '/window/larkspur/sign-in', { body: { attempt } });
      expect(elsewhere.problem().code, String(origin)).toBe('origin_not_allowed');
    }
  });

  test('needs the key of its attempt', async () => {
    const { attempt } = await window.page.attempt('own');
    const thief = await ChatWindow.open(house);
    expect((await thief.trySignIn(attempt)).problem()).toMatchObject({ reason: 'attempt_unknown' });
    const bare = { body: { attempt }, proof: null };
    expect((await window.page.call('POST', '/window/larkspur/sign-in', bare)).problem().code).toBe(
      'key_proof_invalid',
    );
  });

  test('begins with an attempt that is fresh', async () => {
    const { attempt } = await window.page.attempt('own');
    const { location } = (await window.trySignIn(attempt)).as(windowDeparture);
    await window.get(await window.at(new URL(location), WREN));
    expect((await window.trySignIn(attempt)).problem()).toMatchObject({ reason: 'attempt_used' });
    const late = await window.page.attempt('own');
    house.later({ minutes: 11 });
    expect((await window.trySignIn(late.attempt)).problem()).toMatchObject({ reason: 'attempt_expired' });
    house.resetClock();
  });
});

test('a connection without a window has none, by any address', async () => {
  expect((await window.page.tryAttempt('page-only')).problem().code).toBe('window_not_allowed');
  expect((await window.page.tryAnonymous('page-only')).problem().code).toBe('window_not_allowed');
  const page = await window.browser.fetch(`${house.url}/window/larkspur?connection=page-only`);
  expect(page.status).toBe(403);
  expect((await said(page)).title).toBe('This chat does not open in a window of its own');
  const back = await window.get({
    callback: windowed.callback('page-only'),
    answer: { state: 'x', code: 'y' },
  });
  expect(back.status).toBe(400);
});
