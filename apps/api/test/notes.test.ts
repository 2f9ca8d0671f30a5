import { randomUUID } from 'node:crypto';
import {
  brandView,
  type Colleague,
  consumerExport,
  type MentionsChanged,
  type Note,
} from '@countersign/contracts';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Agent, answer, take, watch } from './house/agent.js';
import { Consumer } from './house/consumer.js';
import { Desks } from './house/desks.js';
import { type House, openHouse } from './house/house.js';
import { implicit, type Larkspur, makeLarkspur } from './house/larkspur.js';
import type { Line } from './house/socket.js';

const SECRET = 'marzipan';

let house: House;
let desks: Desks;
let larkspur: Larkspur;
let ada: Consumer;
let conversation: string;
let theoAgent: Agent;
let mara: Line;
let theo: Line;
let ids: Readonly<Record<Colleague['name'], string>>;

beforeAll(async () => {
  house = await openHouse();
  desks = await Desks.open(house);
  larkspur = await makeLarkspur(house, [implicit('site')]);
  await desks.staff(larkspur, [
    { email: 'mara@gmail.com', name: 'Mara' },
    { email: 'theo@gmail.com', name: 'Theo' },
  ]);
  theoAgent = await desks.agent('larkspur', 'theo@gmail.com');
  mara = await desks.line('larkspur', 'mara@gmail.com');
  theo = await theoAgent.connect();
  const { agents } = (await house.operator.call('GET', 'larkspur')).as(brandView);
  ids = Object.fromEntries(agents.map(({ name, id }) => [name, id]));
});
afterAll(async () => {
  for (const line of [mara, theo]) line.close();
  await desks.close();
  await house.close();
});
beforeEach(async () => {
  ada = await Consumer.verified(house, larkspur, { sub: randomUUID(), name: 'Ada Osei' });
  conversation = (await ada.say('Hello')).conversation;
  await take(mara, conversation);
  return () => ada.close();
});

const add = (
  line: Line,
  text: string,
  mentions: readonly (string | undefined)[] = [],
  clientId = randomUUID(),
) => line.get<Note>('note:add', { clientId, conversation, text, mentions });
const lastMentions = (line: Line) => line.all<MentionsChanged>('mentions:changed').at(-1)?.mentions ?? [];
const here = (line: Line) => lastMentions(line).filter((one) => one.conversation === conversation);

test('a note stands after the line it was written at, and comes live to agents who look on', async () => {
  await watch(theo, conversation);
  const note = await add(mara, `She is a ${SECRET} lover`);
  expect(note).toMatchObject({ kind: 'note', by: { name: 'Mara' }, to: null, after: 3, mentions: [] });
  expect(await theo.hears<Note>('note:new', ({ id }) => id === note.id)).toEqual(note);
  expect((await watch(theo, conversation)).notes).toEqual([note]);
});

test('no line, answer, event, transcript or export of the consumer holds a note', async () => {
  await watch(theo, conversation);
  const note = await add(mara, `Internal ${SECRET}`, [ids['Theo']]);
  await theo.hears<Note>('note:new', ({ id }) => id === note.id);
  // What comes after it on the consumer's line has everything before it.
  const said = await answer(mara, conversation, 'Good day');
  await ada.line.hears<{ id: string }>('message:new', ({ id }) => id === said.id);
  const heard: unknown[] = [];
  for (const name of [
    'message:new',
    'conversation:changed',
    'typing',
    'marks:changed',
    'note:new',
    'mentions:changed',
    'duty:changed',
  ])
    heard.push(...ada.line.all(name));
  heard.push(await ada.line.get('conversation:resume', { conversation, after: 0 }));
  heard.push(await ada.line.get('conversation:earlier', { before: null }));
  const rows = await house.database.message.findMany({ where: { conversationId: conversation } });
  heard.push(rows);
  const { consumer } = ada.session;
  if (!consumer) throw new Error('Ada is proven');
  const { consumerId } = await house.database.conversation.findFirstOrThrow({ where: { id: conversation } });
  const exported = await house.operator.call('GET', `larkspur/consumers/${consumerId}/export`);
  expect(exported.as(consumerExport).conversations).toHaveLength(1);
  heard.push(exported.json());
  expect(JSON.stringify(heard)).toContain('Good day');
  expect(JSON.stringify(heard)).not.toContain(SECRET);
  expect(JSON.stringify(heard)).not.toContain(note.id);
});

test('a consumer writes no note, and asks for none', async () => {
  const answers: unknown[] = [];
  for (const name of ['note:add', 'conversation:assign', 'mentions:changed'])
    ada.line.socket.emit(
      name,
      { clientId: randomUUID(), conversation, text: 'x', mentions: [], to: null },
      (reply: unknown) => answers.push(reply),
    );
  // What is asked after them is answered after them.
  await ada.line.get('conversation:resume', { conversation, after: 0 });
  expect(answers).toEqual([]);
  expect((await watch(mara, conversation)).notes).toEqual([]);
});

test('who is named is told, wherever they are, until they have looked', async () => {
  const { id } = await add(mara, '@Theo, have you seen this before?', [ids['Theo']]);
  await theo.hears<MentionsChanged>('mentions:changed', () => here(theo).length === 1);
  expect(here(theo)[0]).toMatchObject({
    note: id,
    kind: 'note',
    by: 'Mara',
    text: '@Theo, have you seen this before?',
  });
  expect(here(mara)).toEqual([]);

  // Also who comes later.
  const again = await theoAgent.connect();
  await again.hears<MentionsChanged>('mentions:changed', () => here(again).length === 1);

  await theo.get('message:read', { conversation, number: 1 });
  await again.hears<MentionsChanged>('mentions:changed', () => here(again).length === 0);
  await theo.hears<MentionsChanged>('mentions:changed', () => here(theo).length === 0);
  again.close();
});

test('a note that is sent again is one note, and something else under its id is not taken for it', async () => {
  const clientId = randomUUID();
  const first = await add(mara, 'once', [ids['Theo']], clientId);
  expect(await add(mara, 'once', [ids['Theo']], clientId)).toEqual(first);
  const other = { clientId, conversation, text: 'twice', mentions: [] };
  expect(await mara.problem('note:add', other)).toBe('client_id_reused');
  expect((await watch(mara, conversation)).notes).toHaveLength(1);
});

test('nobody is named who does not answer for the brand, and an empty or endless note is refused in words', async () => {
  const note = { clientId: randomUUID(), conversation, text: 'Look', mentions: [randomUUID()] };
  expect(await mara.problem('note:add', note)).toBe('agent_not_found');
  expect(await mara.problem('note:add', { ...note, mentions: [], text: '   ' })).toBe('request_malformed');
  expect(await mara.problem('note:add', { ...note, mentions: [], text: 'x'.repeat(4_001) })).toBe(
    'request_malformed',
  );
  const nowhere = { ...note, mentions: [], conversation: randomUUID() };
  expect(await mara.problem('note:add', nowhere)).toBe('conversation_not_found');
});

test('what was noted in a conversation that has ended can be read, and added to', async () => {
  await mara.get('conversation:end', { conversation });
  await add(theo, 'For the next time: she wants paper bills');
  expect((await watch(mara, conversation)).notes.map(({ by }) => by?.name)).toEqual(['Theo']);
});

test('a consumer who is erased takes the notes about them along', async () => {
  await add(mara, `Of her alone: ${SECRET}`, [ids['Theo']]);
  const { consumerId } = await house.database.conversation.findFirstOrThrow({ where: { id: conversation } });
  const of = { where: { conversationId: conversation } };
  expect([await house.database.note.count(of), await house.database.mention.count(of)]).toEqual([1, 1]);
  await house.operator.call('DELETE', `larkspur/consumers/${consumerId}`);
  expect([await house.database.note.count(of), await house.database.mention.count(of)]).toEqual([0, 0]);
});
