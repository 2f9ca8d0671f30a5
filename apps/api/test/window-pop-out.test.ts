import { type Message, sessionView, windowTicket } from '@countersign/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Consumer } from './house/consumer.js';
import { type House, openHouse } from './house/house.js';
import { ORIGIN } from './house/larkspur.js';
import type { Page } from './house/page.js';
import { ChatWindow, said } from './house/window.js';
import { Windowed } from './house/windowed.js';

let house: House;
let windowed: Windowed;
let embedded: Consumer;
let window: ChatWindow;

beforeAll(async () => {
  house = await openHouse();
  windowed = await Windowed.open(house);
});
afterAll(async () => {
  await windowed.close();
  await house.close();
});
beforeEach(async () => {
  embedded = await Consumer.verified(house, windowed.larkspur);
  window = await ChatWindow.open(house);
});

const tryTicket = ({ page, session }: { page: Page; session: { token: string } }) =>
  page.call('POST', '/v1/windows/tickets', { token: session.token });
const ticketOf = async (consumer: { page: Page; session: { token: string } }) =>
  (await tryTicket(consumer)).as(windowTicket);
const post = (into: ChatWindow, ticket: string, headers: Record<string, string> = { origin: ORIGIN }) =>
  into.browser.fetch(`${house.url}/window/larkspur/pop-out`, {
    method: 'POST',
    headers,
    body: new URLSearchParams({ ticket }),
  });
const poppedOut = async () => {
  const { ticket } = await ticketOf(embedded);
  await post(window, ticket);
  return (await window.resume()).as(sessionView);
};

test('a window that is popped out goes on as the same person, with a session of its own', async () => {
  const { ticket, action } = await ticketOf(embedded);
  expect(action).toBe(`${house.url}/window/larkspur/pop-out`);
  const answer = await post(window, ticket);
  expect(answer.status).toBe(303);
  expect(answer.headers.get('location')).toBe('/window/larkspur?connection=site');
  expect(answer.headers.getSetCookie()).toEqual([
    expect.stringMatching(/^cs-larkspur=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/),
  ]);
  const session = (await window.resume()).as(sessionView);
  const { session: own, family, holdsUntil, assurance } = embedded.session;
  expect(session).toMatchObject({ family, holdsUntil, assurance, displayName: embedded.session.displayName });
  expect(session.session).not.toBe(own);
  // After a reload too, and the page goes on as well.
  expect((await window.resume()).as(sessionView).session).toBe(session.session);
  expect((await embedded.say('still here')).number).toBeGreaterThan(0);
});

test('both windows show the one conversation, live', async () => {
  const first = await embedded.say('from the page');
  const there = await Consumer.join(house, window.page, await poppedOut(), house.url);
  const heard = there.line.hears<Message>('message:new', ({ text }) => text === 'again from the page');
  await embedded.say('again from the page', first.conversation);
  await heard;
  const back = embedded.line.hears<Message>('message:new', ({ text }) => text === 'from the window');
  const said = await there.say('from the window', first.conversation);
  expect(said.conversation).toBe(first.conversation);
  await back;
  there.close();
});

test('a stranger’s conversation comes along, and stays theirs in both', async () => {
  const stranger = await Consumer.anonymous(house, windowed.larkspur);
  const first = await stranger.say('who is there?');
  await post(window, (await ticketOf(stranger)).ticket);
  const session = (await window.resume()).as(sessionView);
  expect(session).toMatchObject({ assurance: 'anonymous', conversation: { id: first.conversation } });
  const there = await Consumer.join(house, window.page, session, house.url);
  expect((await there.say('me', first.conversation)).number).toBe(first.number + 1);
  there.close();
});

test('signing out in either ends both', async () => {
  const session = await poppedOut();
  await window.page.signOut(session.token);
  expect((await embedded.page.resume('ada')).status).toBe(204);
  const again = await Consumer.verified(house, windowed.larkspur);
  await post(window, (await ticketOf(again)).ticket);
  const other = (await window.resume()).as(sessionView);
  await again.page.signOut(again.session.token);
  expect((await window.resume()).status).toBe(204);
  expect((await tryTicket({ page: window.page, session: other })).problem().code).toBe('session_ended');
});

test('a popped-out window is never raised by what the page proves later', async () => {
  const { session: own } = await poppedOut();
  house.later({ minutes: 61 });
  await Consumer.verified(house, windowed.larkspur, {}, embedded.page);
  const row = await house.database.session.findFirstOrThrow({ where: { id: own } });
  expect(row.holdsUntil?.toISOString()).toBe(embedded.session.holdsUntil);
  expect((await window.resume()).as(sessionView).assurance).toBe('stale');
  house.resetClock();
});

describe('a ticket', () => {
  test('is redeemed once', async () => {
    const { ticket } = await ticketOf(embedded);
    const others = await Promise.all([1, 2, 3, 4].map(() => ChatWindow.open(house)));
    const answers = await Promise.all(others.map((one) => post(one, ticket)));
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 403, 403, 403]);
    const refused = answers.find(({ status }) => status === 403);
    expect((await said(refused ?? new Response())).title).toBe(
      'The chat could not be moved here. Open it anew',
    );
  });

  test('opens one session, for the first key that comes with its cookie', async () => {
    await post(window, (await ticketOf(embedded)).ticket);
    const second = await ChatWindow.open(house, 'larkspur', window.browser);
    const [one, two] = await Promise.all([window.resume(), second.resume()]);
    expect([one.status, two.status].sort()).toEqual([200, 204]);
  });

  test('lasts thirty seconds', async () => {
    const { ticket } = await ticketOf(embedded);
    house.later({ seconds: 31 });
    expect((await post(window, ticket)).status).toBe(403);
    house.resetClock();
  });

  test.each(['https://evil.example', 'null', 'https://www.larkspur.example.evil.example', undefined])(
    'is taken from the page it was made for alone, and not from %s',
    async (origin) => {
      const { ticket } = await ticketOf(embedded);
      const headers: Record<string, string> = origin === undefined ? {} : { origin };
      const answer = await post(window, ticket, headers);
      expect(answer.status).toBe(403);
      expect(answer.headers.getSetCookie()).toEqual([]);
      expect((await window.resume()).status).toBe(204);
      expect((await post(window, ticket)).status).toBe(303);
    },
  );

  test('of another brand, an invented one and none at all are refused', async () => {
    const { ticket } = await ticketOf(embedded);
    await house.operator.put('juniper', { name: 'Juniper', issuers: [], connections: [] });
    const elsewhere = await window.browser.fetch(`${house.url}/window/juniper/pop-out`, {
      method: 'POST',
      headers: { origin: ORIGIN },
      body: new URLSearchParams({ ticket }),
    });
    expect(elsewhere.status).toBe(403);
    for (const wrong of ['', 'x'.repeat(43), 'x'.repeat(5_000)]) {
      const answer = await post(window, wrong);
      expect(answer.status, wrong.slice(0, 3)).toBe(403);
      expect((await said(answer)).title).toBe('The chat could not be moved here. Open it anew');
    }
  });

  test('is worth nothing once its session has ended', async () => {
    const { ticket } = await ticketOf(embedded);
    await post(window, ticket);
    await embedded.page.signOut(embedded.session.token);
    expect((await window.resume()).status).toBe(204);
    const next = await Consumer.verified(house, windowed.larkspur);
    const late = await ticketOf(next);
    await next.page.signOut(next.session.token);
    expect((await post(window, late.ticket)).status).toBe(403);
  });

  test('needs a session, its key and its page', async () => {
    const { page, session } = embedded;
    const proof = { token: session.token, proof: null };
    expect((await page.call('POST', '/v1/windows/tickets', proof)).problem().code).toBe('key_proof_invalid');
    expect((await page.call('POST', '/v1/windows/tickets')).problem().code).toBe('session_required');
    const elsewhere = { page: page.at('https://evil.example'), session };
    expect((await tryTicket(elsewhere)).problem().code).toBe('origin_not_allowed');
    const closed = await Consumer.anonymous(house, windowed.larkspur, 'page-only');
    expect((await tryTicket(closed)).problem().code).toBe('window_not_allowed');
  });
});
