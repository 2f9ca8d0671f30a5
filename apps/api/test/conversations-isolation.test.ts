import { randomUUID } from 'node:crypto';
import type { ConversationSummary } from '@countersign/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Agent } from './house/agent.js';
import { Consumer } from './house/consumer.js';
import { Desks } from './house/desks.js';
import { type House, openHouse, WORKSPACE } from './house/house.js';
import { implicit, type Larkspur, makeLarkspur, ORIGIN } from './house/larkspur.js';
import { Line } from './house/socket.js';

let house: House;
let desks: Desks;
let larkspur: Larkspur;
let mara: Agent;
let june: Agent;
let ada: Consumer;
let conversation: string;

beforeAll(async () => {
  house = await openHouse();
  desks = await Desks.open(house);
  larkspur = await makeLarkspur(house, [implicit('site')]);
  const juniper = await makeLarkspur(house, [implicit('site')], { slug: 'juniper' });
  await desks.staff(larkspur, [{ email: 'mara@gmail.com', name: 'Mara' }]);
  await desks.staff(juniper, [{ email: 'june@gmail.com', name: 'June', role: 'lead' }]);
  mara = await desks.agent('larkspur', 'mara@gmail.com');
  june = await desks.agent('juniper', 'june@gmail.com');
  ada = await Consumer.verified(house, larkspur);
  conversation = (await ada.say('Only for Larkspur')).conversation;
});
afterAll(async () => {
  ada.close();
  await desks.close();
  await house.close();
});

const refusedWith = (opening: Promise<Line>) =>
  opening.then(
    (line) => {
      line.close();
      return 'came in';
    },
    (error: Error) => error.message,
  );

test('another brand’s conversation is as unknown as one that never was', async () => {
  const line = await june.connect();
  for (const id of [conversation, randomUUID()]) {
    for (const path of ['', '/trace', '/messages?before=9'])
      expect((await june.call('GET', `/conversations/${id}${path}`)).problem().code).toBe(
        'conversation_not_found',
      );
    const send = { clientId: randomUUID(), conversation: id, text: 'Hi' };
    expect(await line.problem('message:send', send)).toBe('conversation_not_found');
    expect(await line.problem('conversation:watch', { conversation: id })).toBe('conversation_not_found');
    expect(await line.problem('conversation:take', { conversation: id })).toBe('conversation_not_found');
    expect(await line.problem('conversation:end', { conversation: id })).toBe('conversation_not_found');
    expect(await line.problem('message:read', { conversation: id, number: 1 })).toBe(
      'conversation_not_found',
    );
    expect(await line.problem('typing', { conversation: id, on: true })).toBe('conversation_not_found');
  }
  line.close();
});

test('an agent’s lists and rows hold their own brand and no other', async () => {
  const line = await june.connect();
  const own = await mara.connect();
  await ada.say('Another line', conversation);
  await own.hears<ConversationSummary>('queue:changed', ({ id }) => id === conversation);
  expect(line.all('queue:changed')).toEqual([]);
  const listed = (await june.call('GET', '/conversations?state=open')).json() as {
    conversations: ConversationSummary[];
  };
  expect(listed.conversations).toEqual([]);
  const theirs = (await mara.call('GET', '/conversations?state=open')).json() as {
    conversations: ConversationSummary[];
  };
  expect(theirs.conversations.map(({ id }) => id)).toEqual([conversation]);
  for (const one of [line, own]) one.close();
});

test('another consumer of the same brand sees nothing of it', async () => {
  for (const other of [
    await Consumer.anonymous(house, larkspur),
    await Consumer.verified(house, larkspur, { sub: 'someone-else' }),
  ]) {
    for (const id of [conversation, randomUUID()]) {
      expect(await other.line.problem('conversation:resume', { conversation: id, after: 0 })).toBe(
        'conversation_not_found',
      );
      expect(await other.line.problem('conversation:end', { conversation: id })).toBe(
        'conversation_not_found',
      );
      expect(await other.line.problem('typing', { conversation: id, on: true })).toBe(
        'conversation_not_found',
      );
      const send = { clientId: randomUUID(), conversation: id, text: 'Hi' };
      expect(await other.line.problem('message:send', send)).toBe('conversation_not_found');
    }
    other.close();
  }
});

test('nobody comes in by the main namespace, where nobody is asked who they are', async () => {
  for (const origin of [ORIGIN, WORKSPACE])
    expect(await refusedWith(Line.open(house.url, { origin }))).toBe('route_not_found');
});

test('a socket without its cookie, or with an invented one, does not come in', async () => {
  const address = `${house.url}/agent`;
  expect(await refusedWith(Line.open(address, { origin: WORKSPACE }))).toBe('agent_session_required');
  const cookie = `cs-agent=${'A'.repeat(43)}`;
  expect(await refusedWith(Line.open(address, { origin: WORKSPACE, cookie }))).toBe('agent_session_required');
  const outsider = new Agent(house, 'larkspur', 'outsider@gmail.com');
  await desks.person('outsider@gmail.com', { name: 'Otto' });
  await outsider.signIn();
  expect(await refusedWith(outsider.connect())).toBe('agent_session_required');
  expect((await outsider.call('GET', '/conversations')).problem().code).toBe('agent_session_required');
});

test('a page does not come in with an agent’s cookie', async () => {
  expect(await refusedWith(mara.connect(ORIGIN))).toBe('origin_not_allowed');
  expect(await refusedWith(mara.connect('https://evil.example'))).not.toBe('came in');
  expect(
    await refusedWith(Line.open(`${house.url}/agent`, { cookie: mara.browser.cookies(house.url) })),
  ).toBe('origin_not_allowed');
});

test('a consumer’s token is worth nothing without the key and away from its page', async () => {
  const address = `${house.url}/consumer`;
  const { token } = ada.session;
  const stranger = await larkspur.page();
  const proofOf = (page: typeof stranger) => page.possession('POST', '/socket/consumer', token);
  expect(await refusedWith(Line.open(address, { origin: ORIGIN }, {}))).toBe('session_required');
  expect(await refusedWith(Line.open(address, { origin: ORIGIN }, { token, proof: 'x' }))).toBe(
    'key_proof_invalid',
  );
  expect(
    await refusedWith(Line.open(address, { origin: ORIGIN }, { token, proof: await proofOf(stranger) })),
  ).toBe('session_ended');
  expect(
    await refusedWith(Line.open(address, { origin: WORKSPACE }, { token, proof: await proofOf(ada.page) })),
  ).toBe('origin_not_allowed');
  expect(await refusedWith(Line.open(address, {}, { token, proof: await proofOf(ada.page) }))).toBe(
    'origin_not_allowed',
  );
  const once = await proofOf(ada.page);
  (await Line.open(address, { origin: ORIGIN }, { token, proof: once })).close();
  expect(await refusedWith(Line.open(address, { origin: ORIGIN }, { token, proof: once }))).toBe(
    'key_proof_invalid',
  );
});

test('a consumer cannot do what agents do', async () => {
  const { line } = ada;
  line.socket.emit('conversation:take', { conversation });
  line.socket.emit('conversation:watch', { conversation });
  await ada.say('Still mine', conversation);
  const row = await house.database.conversation.findFirstOrThrow({ where: { id: conversation } });
  expect(row.agentId).toBeNull();
});

test('an event without an acknowledgement, or with more than it takes, harms nobody', async () => {
  const { line } = ada;
  line.socket.emit('message:send');
  line.socket.emit('message:send', 1, 2, 3);
  line.socket.emit('page:facts', { facts: { __proto__: null, constructor: 'x' } });
  expect(await line.problem('page:facts', { facts: { 'Not a name': 'x' } })).toBe('request_malformed');
  expect((await ada.say('Fine', conversation)).text).toBe('Fine');
});
