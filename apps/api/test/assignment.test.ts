import { randomUUID } from 'node:crypto';
import {
  brandView,
  type ConversationSummary,
  conversationDetail,
  type MentionsChanged,
  type Message,
  type Note,
} from '@countersign/contracts';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Agent, answer, panelOf, take, watch } from './house/agent.js';
import { Consumer } from './house/consumer.js';
import { Desks } from './house/desks.js';
import { type House, openHouse } from './house/house.js';
import { implicit, type Larkspur, makeLarkspur } from './house/larkspur.js';
import type { Line } from './house/socket.js';

let house: House;
let desks: Desks;
let larkspur: Larkspur;
let ada: Consumer;
let conversation: string;
let mara: Line;
let theo: Line;
let lead: Line;
let ids: Readonly<Record<string, string>>;

beforeAll(async () => {
  house = await openHouse();
  desks = await Desks.open(house);
  larkspur = await makeLarkspur(house, [implicit('site')]);
  await desks.staff(larkspur, [
    { email: 'mara@gmail.com', name: 'Mara' },
    { email: 'theo@gmail.com', name: 'Theo' },
    { email: 'lead@gmail.com', name: 'Lea', role: 'lead' },
    { email: 'gone@gmail.com', name: 'Gone' },
    { email: 'never@gmail.com', name: 'Never' },
  ]);
  [mara, theo, lead] = await Promise.all([
    desks.line('larkspur', 'mara@gmail.com'),
    desks.line('larkspur', 'theo@gmail.com'),
    desks.line('larkspur', 'lead@gmail.com'),
  ]);
  const { agents } = (await house.operator.call('GET', 'larkspur')).as(brandView);
  ids = Object.fromEntries(agents.map(({ name, id }) => [name, id]));
});
afterAll(async () => {
  for (const line of [mara, theo, lead]) line.close();
  await desks.close();
  await house.close();
});
beforeEach(async () => {
  ada = await Consumer.verified(house, larkspur, {
    sub: randomUUID(),
    name: 'Ada Osei',
    account_number: 'LK-1',
  });
  conversation = (await ada.say('My bill is wrong')).conversation;
  return () => ada.close();
});

const assign = (line: Line, to: string | null, note?: string) =>
  line.get<ConversationSummary>('conversation:assign', { conversation, to, ...(note ? { note } : {}) });
const eventsOf = (line: Line) =>
  line
    .all<Message>('message:new')
    .flatMap((one) => (one.conversation === conversation && one.event ? [one.event] : []));
const ofHere = (line: Line) => line.all<Note>('note:new').filter((one) => one.conversation === conversation);

test('an agent gives a conversation to another, who is told why; the consumer reads that somebody joined, and no more', async () => {
  await take(mara, conversation);
  await watch(mara, conversation);
  const given = await assign(mara, ids['Theo'] ?? '', 'Wants a refund of November');
  expect(given).toMatchObject({ state: 'taken', agent: { name: 'Theo' } });

  const { mentions } = await theo.hears<MentionsChanged>('mentions:changed', (event) =>
    event.mentions.some((one) => one.conversation === conversation),
  );
  expect(mentions[0]).toMatchObject({ kind: 'given', by: 'Mara', text: 'Wants a refund of November' });
  const note = await mara.hears<Note>('note:new', (one) => one.conversation === conversation);
  expect(note).toMatchObject({ kind: 'given', by: { name: 'Mara' }, to: { name: 'Theo' } });

  await ada.line.hears<Message>('message:new', ({ event }) => event?.kind === 'given');
  expect(eventsOf(ada.line).at(-1)).toEqual({ kind: 'given', by: 'Theo' });
  expect(JSON.stringify(ada.line.all('message:new'))).not.toContain('refund');
  const status = await ada.line.hears<{ agent: string | null }>(
    'conversation:changed',
    ({ agent }) => agent === 'Theo',
  );
  expect(status.agent).toBe('Theo');
  await answer(theo, conversation, 'I am on it.');
  expect(await mara.problem('message:send', { clientId: randomUUID(), conversation, text: 'And I?' })).toBe(
    'conversation_taken',
  );
});

test('facts go with the conversation: who gave it away sees none from then on, who got it does', async () => {
  await take(mara, conversation);
  expect((await watch(mara, conversation)).panel.sealed.length).toBeGreaterThan(0);
  expect((await watch(theo, conversation)).panel).toMatchObject({ visible: false, sealed: [] });
  await assign(mara, ids['Theo'] ?? '');
  expect(await panelOf(mara, conversation, ({ visible }) => !visible)).toMatchObject({
    sealed: [],
    attempt: null,
  });
  const panel = await panelOf(theo, conversation, ({ visible }) => visible);
  expect(panel.sealed.map(({ value }) => value)).toContain('LK-1');
});

test('back in the queue nobody has it, it waits, and another takes it with the note', async () => {
  await take(mara, conversation);
  await answer(mara, conversation, 'One moment');
  const returned = await assign(mara, null, 'I am off at five');
  expect(returned).toMatchObject({ state: 'waiting', agent: null });
  expect(returned.waitingSince).not.toBeNull();
  await ada.line.hears<Message>('message:new', ({ event }) => event?.kind === 'returned');
  await take(theo, conversation);
  const { notes } = await watch(theo, conversation);
  expect(notes.map(({ kind, text, by }) => [kind, text, by?.name])).toEqual([
    ['returned', 'I am off at five', 'Mara'],
  ]);
});

test('who does not have it gives it to nobody, unless they lead; a look of a lead is on record', async () => {
  await take(mara, conversation);
  const input = { conversation, to: ids['Theo'] };
  expect(await theo.problem('conversation:assign', input)).toBe('conversation_taken');
  expect((await assign(lead, ids['Theo'] ?? '')).agent?.name).toBe('Theo');
  await watch(lead, conversation);
  const seen = await house.database.auditEntry.findMany({ where: { action: 'facts_seen' } });
  expect(seen.map(({ detail }) => detail)).toContainEqual({ conversation });
});

test('a conversation that waits is given by a lead, and by nobody who has not taken it', async () => {
  expect(await mara.problem('conversation:assign', { conversation, to: ids['Theo'] })).toBe(
    'agent_not_assigned',
  );
  expect((await assign(lead, ids['Mara'] ?? '')).agent?.name).toBe('Mara');
});

test('it is given to nobody who was removed, never came, or is of another brand', async () => {
  await take(mara, conversation);
  for (const to of [ids['Never'], randomUUID()])
    expect(await mara.problem('conversation:assign', { conversation, to })).toBe('agent_not_found');
  expect(await mara.problem('conversation:assign', { conversation, to: 'Theo' })).toBe('request_malformed');
  expect((await watch(mara, conversation)).conversation.agent?.name).toBe('Mara');
});

test('given to whoever has it, nothing is said twice', async () => {
  await take(mara, conversation);
  await watch(mara, conversation);
  const before = await assign(mara, ids['Theo'] ?? '');
  await mara.hears<Note>('note:new', (one) => one.conversation === conversation);
  expect((await assign(lead, ids['Theo'] ?? '')).lastNumber).toBe(before.lastNumber);
  expect(ofHere(mara)).toHaveLength(1);
});

test('what has ended stays where it was', async () => {
  await take(mara, conversation);
  await mara.get('conversation:end', { conversation });
  expect(await mara.problem('conversation:assign', { conversation, to: ids['Theo'] })).toBe(
    'conversation_ended',
  );
  expect(await lead.problem('conversation:assign', { conversation, to: null })).toBe('conversation_ended');
});

test('of two who give it away at once, one does', async () => {
  await take(mara, conversation);
  const answers = await Promise.all(
    [ids['Theo'], ids['Lea']].map((to) => mara.ask('conversation:assign', { conversation, to })),
  );
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
});

test('an agent who is removed while talking leaves all they had to the others, at once and whole', async () => {
  const agent: Agent = await desks.agent('larkspur', 'gone@gmail.com');
  const gone = await agent.connect();
  await take(gone, conversation);
  await answer(gone, conversation, 'I shall look');
  await ada.say('Thank you', conversation);
  await watch(theo, conversation);
  const { agents } = (await house.operator.call('GET', 'larkspur')).as(brandView);
  const id = agents.find(({ name }) => name === 'Gone')?.id;
  expect((await house.operator.call('DELETE', `larkspur/agents/${id}`)).status).toBe(204);

  await theo.hears<ConversationSummary>(
    'queue:changed',
    (row) => row.id === conversation && row.state === 'waiting' && row.agent === null,
  );
  await ada.line.hears<{ state: string }>('conversation:changed', ({ state }) => state === 'waiting');
  await ada.line.hears<Message>('message:new', ({ event }) => event?.kind === 'returned');
  await theo.hears<Note>(
    'note:new',
    (one) => one.conversation === conversation && one.kind === 'returned' && one.by === null,
  );
  await take(theo, conversation);
  const read = await (await desks.agent('larkspur', 'theo@gmail.com')).call(
    'GET',
    `/conversations/${conversation}`,
  );
  expect(read.as(conversationDetail).messages.map(({ text, event }) => event?.kind ?? text)).toEqual([
    'opened',
    'My bill is wrong',
    'taken',
    'I shall look',
    'Thank you',
    'returned',
    'taken',
  ]);
});
