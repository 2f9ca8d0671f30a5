import { randomUUID } from 'node:crypto';
import type { ConversationStatus, ConversationSummary, MarksChanged, Message } from '@countersign/contracts';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { MarksRepository } from '../dist/conversations/marks.repository.js';
import { MarksService } from '../dist/conversations/marks.service.js';
import { watch } from './house/agent.js';
import { Consumer } from './house/consumer.js';
import { Desks } from './house/desks.js';
import { type House, openHouse } from './house/house.js';
import { implicit, type Larkspur, makeLarkspur } from './house/larkspur.js';
import type { Line } from './house/socket.js';

const MARA = { email: 'mara@gmail.com', name: 'Mara' };
const NOOR = { email: 'noor@gmail.com', name: 'Noor' };
let house: House;
let desks: Desks;
let larkspur: Larkspur;
let mara: Line;
let noor: Line;

beforeAll(async () => {
  house = await openHouse();
  desks = await Desks.open(house);
  larkspur = await makeLarkspur(house, [implicit('site')]);
  await desks.staff(larkspur, [MARA, NOOR]);
  mara = await desks.line('larkspur', MARA.email);
  noor = await desks.line('larkspur', NOOR.email);
});
afterAll(async () => {
  for (const line of [mara, noor]) line.close();
  await desks.close();
  await house.close();
});

const told = (line: Line, conversation: string, delivered: number, read: number): Promise<MarksChanged> =>
  line.hears<MarksChanged>(
    'marks:changed',
    (marks) => marks.conversation === conversation && marks.delivered === delivered && marks.read === read,
  );

const rowOf = (line: Line, id: string, wanted: (row: ConversationSummary) => boolean) =>
  line.hears<ConversationSummary>('queue:changed', (row) => row.id === id && wanted(row));

test('what an agent has read is read, for that agent', async () => {
  const guest = await Consumer.anonymous(house, larkspur);
  const { conversation } = await guest.say('one');
  await guest.say('two', conversation);
  await rowOf(mara, conversation, ({ unread }) => unread === 2);
  await mara.get('message:read', { conversation, number: 3 });
  await rowOf(mara, conversation, ({ unread }) => unread === 0);
  await guest.say('three', conversation);
  await rowOf(mara, conversation, ({ unread }) => unread === 1);
  await rowOf(noor, conversation, ({ unread }) => unread === 3);
  guest.close();
});

test('each side is told how far the other has what it said, and whoever comes later finds it', async () => {
  const guest = await Consumer.anonymous(house, larkspur);
  const { conversation, number } = await guest.say('Hello');
  await watch(mara, conversation);
  await mara.get('message:delivered', { conversation, number });
  await told(guest.line, conversation, number, 0);
  await mara.get('message:read', { conversation, number });
  await told(guest.line, conversation, number, number);

  await mara.get('conversation:take', { conversation });
  const message = { clientId: randomUUID(), conversation, text: 'Good morning' };
  const answer = await mara.get<Message>('message:send', message);
  await guest.line.get('message:delivered', { conversation, number: answer.number });
  await told(mara, conversation, answer.number, 0);
  await guest.line.get('message:read', { conversation, number: answer.number });
  await told(mara, conversation, answer.number, answer.number);

  const resumed = await guest.line.get<{ conversation: ConversationStatus }>('conversation:resume', {
    conversation,
    after: 0,
  });
  expect(resumed.conversation.marks).toEqual({ delivered: number, read: number });
  const { conversation: row } = await watch(mara, conversation);
  expect(row.marks).toEqual({ delivered: answer.number, read: answer.number });
  guest.close();
});

test('a mark never moves back, nor beyond what was said, nor in somebody else’s conversation', async () => {
  const guest = await Consumer.anonymous(house, larkspur);
  const { conversation, number } = await guest.say('Hello');
  await watch(mara, conversation);
  await guest.line.get('message:delivered', { conversation, number: number + 100 });
  await told(mara, conversation, number, 0);
  await guest.line.get('message:delivered', { conversation, number: 1 });
  const stranger = await Consumer.anonymous(house, larkspur);
  for (const mark of ['message:delivered', 'message:read'])
    expect(await stranger.line.problem(mark, { conversation, number })).toBe('conversation_not_found');
  // What was marked before is written before.
  await guest.line.get('message:read', { conversation, number });
  await told(mara, conversation, number, number);
  expect((await watch(mara, conversation)).conversation.marks).toEqual({ delivered: number, read: number });
  for (const one of [guest, stranger]) one.close();
});

test('an agent who looks on while another answers leaves no mark, and nobody is told who has read', async () => {
  const guest = await Consumer.anonymous(house, larkspur);
  const { conversation } = await guest.say('Hello');
  await mara.get('conversation:take', { conversation });
  const { number } = await guest.say('Are you there?', conversation);
  await watch(noor, conversation);
  await noor.get('message:delivered', { conversation, number });
  await noor.get('message:read', { conversation, number });
  await mara.get('message:delivered', { conversation, number });
  const first = await guest.line.hears<MarksChanged>('marks:changed');
  expect(first).toEqual({ conversation, delivered: number, read: 0 });
  guest.close();
});

test('what is marked in a moment is written by one statement, however much it is', async () => {
  const writes = vi.spyOn(house.app.get(MarksRepository), 'mark');
  const guests = await Promise.all(Array.from({ length: 5 }, () => Consumer.anonymous(house, larkspur)));
  const said = await Promise.all(guests.map((guest) => guest.say('Hello')));
  for (const { conversation } of said) await watch(mara, conversation);
  writes.mockClear();
  const marks = said.flatMap(({ conversation, number }) =>
    Array.from({ length: number }, (_, at) => ({ conversation, number: at + 1 })),
  );
  const service = house.app.get(MarksService);
  const { brandId } = await house.database.conversation.findFirstOrThrow();
  // By sockets a busy machine may need longer for all of them than marks wait for each other.
  for (const { conversation, number: agentDelivered } of marks)
    service.note(brandId, conversation, { agentDelivered });
  for (const [at, { conversation, number }] of said.entries())
    await told(guests[at]?.line ?? mara, conversation, number, 0);
  expect(writes.mock.calls.map(([, reached]) => reached.size)).toEqual([5]);
  for (const guest of guests) guest.close();
});

test('what could not be written is written when the database answers again', async () => {
  const guest = await Consumer.anonymous(house, larkspur);
  const { conversation, number } = await guest.say('Hello');
  await watch(mara, conversation);
  vi.spyOn(house.app.get(MarksRepository), 'mark').mockRejectedValueOnce(new Error('away'));
  await mara.get('message:delivered', { conversation, number });
  await told(guest.line, conversation, number, 0);
  guest.close();
});
