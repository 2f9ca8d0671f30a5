import { randomUUID } from 'node:crypto';
import type { ConversationSummary, Message } from '@countersign/contracts';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { Events } from '../dist/common/events.js';
import { panelOf, take, watch } from './house/agent.js';
import { Consumer } from './house/consumer.js';
import { Desks } from './house/desks.js';
import { type House, OPERATOR_KEY, openHouse } from './house/house.js';
import { implicit, type Larkspur, makeLarkspur } from './house/larkspur.js';
import type { Line } from './house/socket.js';

let house: House;
let desks: Desks;
let larkspur: Larkspur;

beforeAll(async () => {
  house = await openHouse({ COUNTERSIGN_TEST_CLOCK: '1' });
  desks = await Desks.open(house);
  larkspur = await makeLarkspur(house, [implicit('site')]);
  await desks.staff(larkspur, [{ email: 'mara@gmail.com', name: 'Mara' }]);
});
afterEach(() => moved({ reset: true }));
afterAll(async () => {
  await desks.close();
  await house.close();
});

const moved = async (change: { advanceSeconds: number } | { reset: true }): Promise<void> => {
  const headers = { authorization: `Bearer ${OPERATOR_KEY}`, 'content-type': 'application/json' };
  const body = JSON.stringify(change);
  await fetch(`${house.url}/v1/operator/test-clock`, { method: 'PUT', headers, body });
};
const minutes = (count: number) => moved({ advanceSeconds: count * 60 });
const words = (conversation: string, text: string) => ({ clientId: randomUUID(), conversation, text });

/** Somebody known, and an agent at the desk who stays there. */
async function talking(sub: string) {
  const ada = await Consumer.verified(house, larkspur, { sub });
  const mara = await desks.line('larkspur', 'mara@gmail.com');
  const { conversation } = await ada.say('Hello');
  await take(mara, conversation);
  await watch(mara, conversation);
  return { ada, mara, conversation };
}
/** An agent who does nothing for half an hour is signed out. */
const pass = async (mara: Line, conversation: string, count: number) => {
  for (let left = count; left > 0; left -= 20) {
    await minutes(Math.min(left, 20));
    await mara.get('message:read', { conversation, number: 1 });
  }
};

test('what an agent writes is held from the moment the proof runs out until there is another', async () => {
  const { ada, mara, conversation } = await talking('running-out');
  await pass(mara, conversation, 59);
  await mara.get('message:send', words(conversation, 'Still you'));
  await pass(mara, conversation, 1);
  // The clock was moved: nobody waits for the next look.
  await panelOf(mara, conversation, ({ who }) => who.assurance === 'stale');
  await mara.hears<ConversationSummary>(
    'queue:changed',
    (row) => row.id === conversation && row.assurance === 'stale',
  );
  const held = words(conversation, 'Your balance is 12 pounds');
  expect(await mara.problem('message:send', held)).toBe('identity_unconfirmed');
  const renewed = await ada.proves(larkspur, { sub: 'running-out' }, { reason: 'renew' });
  expect(renewed.session.family).toBe(ada.session.family);
  await panelOf(mara, conversation, ({ history }) => history.at(-1)?.kind === 'renewed');
  const sent = await mara.get<Message>('message:send', held);
  expect(sent.stamp.assurance).toBe('verified');
  expect(await renewed.line.hears<Message>('message:new', ({ text }) => text === held.text)).toEqual(sent);
  renewed.close();
  mara.close();
});

test('a proof that runs out is noted once, however many processes see it', async () => {
  const { ada, mara, conversation } = await talking('seen-by-many');
  await pass(mara, conversation, 60);
  await panelOf(mara, conversation, ({ who }) => who.assurance === 'stale');
  const { brandId } = await house.database.conversation.findFirstOrThrow({ where: { id: conversation } });
  house.app.get(Events).emit('session.stale', { brandId, sessionId: ada.session.session });
  await ada.page.resume(null);
  const { history } = await panelOf(mara, conversation, ({ who }) => who.assurance === 'ended');
  expect(history.filter(({ kind }) => kind === 'stale')).toHaveLength(1);
  mara.close();
});

test('an agent may write to whoever is there all the same, and the line says what was known', async () => {
  const { ada, mara, conversation } = await talking('all-the-same');
  await pass(mara, conversation, 60);
  const line = words(conversation, 'Please sign in again');
  const sent = await mara.get<Message>('message:send', { ...line, unconfirmed: true });
  expect(sent.stamp.assurance).toBe('stale');
  // Sent again because its answer was lost: it is stored, and nothing is asked anew.
  expect(await mara.get<Message>('message:send', line)).toEqual(sent);
  ada.close();
  mara.close();
});

test('nothing is written unawares to somebody who has signed out', async () => {
  const { ada, mara, conversation } = await talking('leaves');
  await ada.page.signOut(ada.session.token);
  await panelOf(mara, conversation, ({ who }) => who.assurance === 'ended');
  expect(await mara.problem('message:send', words(conversation, 'Your PIN'))).toBe('identity_unconfirmed');
  mara.close();
});

test('who leaves one device and is known on another is written to there', async () => {
  const { ada, mara, conversation } = await talking('two-places');
  const phone = await Consumer.verified(house, larkspur, { sub: 'two-places' });
  await ada.line.hears<Message>('message:new', ({ event }) => event?.kind === 'signed_in');
  await phone.page.signOut(phone.session.token);
  // What was read for an earlier change may name the session that has just ended; the one after it does not.
  const panel = await panelOf(
    mara,
    conversation,
    ({ history, who }) => history.at(-1)?.kind === 'signed_out' && who.assurance !== 'ended',
  );
  expect(panel.who).toMatchObject({ assurance: 'verified', name: 'Ada Larch' });
  const sent = await mara.get<Message>('message:send', words(conversation, 'I see'));
  await ada.line.hears<Message>('message:new', ({ number }) => number === sent.number);
  ada.close();
  mara.close();
});
