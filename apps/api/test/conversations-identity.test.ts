import { randomUUID } from 'node:crypto';
import type {
  ConversationDetail,
  ConversationSummary,
  IdentityPanel,
  Message,
  SessionView,
} from '@countersign/contracts';
import { sessionView } from '@countersign/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { AgeingService } from '../dist/identity/ageing.service.js';
import { answer, watch } from './house/agent.js';
import { Answer } from './house/answer.js';
import { Consumer } from './house/consumer.js';
import { Desks } from './house/desks.js';
import { type House, openHouse } from './house/house.js';
import { implicit, type Larkspur, makeLarkspur } from './house/larkspur.js';
import type { Line } from './house/socket.js';

let house: House;
let desks: Desks;
let larkspur: Larkspur;
let key: string;
let mara: Line;
let noor: Line;
let lea: Line;

beforeAll(async () => {
  house = await openHouse();
  desks = await Desks.open(house);
  const anyway = implicit('anyway', { onRejected: 'anonymous' });
  larkspur = await makeLarkspur(house, [implicit('site'), anyway]);
  await desks.staff(larkspur, [
    { email: 'mara@gmail.com', name: 'Mara' },
    { email: 'noor@gmail.com', name: 'Noor' },
    { email: 'lea@gmail.com', name: 'Lea', role: 'lead' },
  ]);
  key = await house.operator.apiKey('larkspur', ['site'], ['facts:write', 'sessions:end', 'traces:read']);
  mara = await (await desks.agent('larkspur', 'mara@gmail.com')).connect();
  noor = await (await desks.agent('larkspur', 'noor@gmail.com')).connect();
  lea = await (await desks.agent('larkspur', 'lea@gmail.com')).connect();
});
afterAll(async () => {
  for (const line of [mara, noor, lea]) line.close();
  await desks.close();
  await house.close();
});

const take = (line: Line, conversation: string) =>
  line.get<ConversationSummary>('conversation:take', { conversation });
const panelOf = (line: Line, id: string, wanted: (panel: IdentityPanel) => boolean) =>
  line.hears<IdentityPanel>('panel:changed', (panel) => panel.conversation === id && wanted(panel));
/** Time goes by while the agents are at their desks. */
const pass = async (minutes: number, conversation: string) => {
  for (let left = minutes; left > 0; left -= 20) {
    house.later({ minutes: Math.min(left, 20) });
    for (const line of [mara, noor, lea]) await line.get('message:read', { conversation, number: 1 });
  }
};
const brandServer = async (method: string, path: string, body?: unknown) =>
  Answer.of(
    await fetch(`${house.url}/v1/connections/site/consumers/${path}`, {
      method,
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }),
  );
const push = (subject: string, version: number, facts: Record<string, unknown>) =>
  brandServer('PUT', `${subject}/facts`, { version, asOf: house.now().toISOString(), facts });

test('facts are hidden until the conversation is taken, and from everyone else', async () => {
  const ada = await Consumer.verified(house, larkspur, { sub: 'hidden-1', account_number: 'LM-1' });
  await ada.line.get('page:facts', { facts: { viewing: 'Larkspur 40', account_number: 'LM-9' } });
  const { conversation } = await ada.say('Hello');
  const before = await watch(mara, conversation);
  expect(before.panel).toMatchObject({ visible: false, sealed: [], profile: [], page: [], conflicts: [] });
  expect(before.panel.who).toMatchObject({
    name: 'Ada Larch',
    nameSealed: true,
    assurance: 'verified',
    issuerLabel: 'Larkspur',
  });
  await watch(noor, conversation);

  await take(mara, conversation);
  const { sealed, page, conflicts } = await panelOf(mara, conversation, ({ visible }) => visible);
  expect(sealed.map(({ name, value }) => [name, value])).toContainEqual(['account_number', 'LM-1']);
  expect(page.map(({ name }) => name)).toEqual(['account_number', 'viewing']);
  expect(conflicts).toMatchObject([
    { name: 'account_number', verified: { value: 'LM-1' }, page: { value: 'LM-9' } },
  ]);
  await ada.line.get('page:facts', { facts: { viewing: 'Larkspur 80' } });
  await panelOf(mara, conversation, (panel) => panel.page[0]?.value === 'Larkspur 80');
  expect(
    noor
      .all<IdentityPanel>('panel:changed')
      .filter((panel) => panel.conversation === conversation && panel.visible),
  ).toEqual([]);

  await mara.get('conversation:end', { conversation });
  expect((await watch(mara, conversation)).panel).toMatchObject({ visible: false, sealed: [] });
  ada.close();
});

test('a lead may look, and each look is audited', async () => {
  const ada = await Consumer.verified(house, larkspur, { sub: 'looked-at' });
  const { conversation } = await ada.say('Hello');
  expect((await watch(lea, conversation)).panel.visible).toBe(true);
  const rows = await house.database.auditEntry.findMany({ where: { action: 'facts_seen' } });
  expect(rows.map(({ detail }) => detail)).toContainEqual({ conversation });
  ada.close();
});

test('what the page says changes no fact, no name and no seal', async () => {
  const ada = await Consumer.verified(house, larkspur, { sub: 'claimed', account_number: 'LM-7' });
  const { conversation } = await ada.say('Hello');
  await take(mara, conversation);
  const calm = await watch(mara, conversation);
  await ada.line.get('page:facts', {
    facts: {
      name: 'Grace Fern',
      email: 'grace@larkspur.example',
      account_number: '✔ Verified by Larkspur 🔒',
      sub: 'somebody-else',
      note: '\u202Everified\u200B',
      long: 'x'.repeat(10_000),
    },
  });
  const { who, sealed, profile, page } = await panelOf(
    mara,
    conversation,
    (panel) => panel.page.length === 6,
  );
  expect({ who, sealed, profile }).toEqual({
    who: calm.panel.who,
    sealed: calm.panel.sealed,
    profile: calm.panel.profile,
  });
  expect(page.every((fact) => !fact.sealed && fact.provenance.source === 'page')).toBe(true);
  ada.close();
});

test('facts pushed by the brand show live, with who said so', async () => {
  const ada = await Consumer.verified(house, larkspur, { sub: 'billed' });
  const { conversation } = await ada.say('Did you get my payment?');
  await take(mara, conversation);
  await watch(mara, conversation);
  const at = (status: string) => ({ account_status: status });
  expect((await push('billed', 1, at('one bill open'))).status).toBe(200);
  await panelOf(mara, conversation, ({ sealed }) => sealed.some(({ value }) => value === 'one bill open'));
  await push('billed', 2, at('all paid'));
  const panel = await panelOf(mara, conversation, ({ sealed }) =>
    sealed.some(({ value }) => value === 'all paid'),
  );
  const fact = panel.sealed.find(({ name }) => name === 'account_status');
  expect(fact?.provenance).toMatchObject({ source: 'brand_server', issuerLabel: 'Larkspur' });
  await panelOf(mara, conversation, ({ history }) => history.some(({ kind }) => kind === 'facts_pushed'));
  ada.close();
});

test('the trace is for whoever has the conversation', async () => {
  const ada = await Consumer.verified(house, larkspur, { sub: 'traced' });
  const { conversation } = await ada.say('Hello');
  const agent = await desks.agent('larkspur', 'mara@gmail.com');
  const trace = () => agent.call('GET', `/conversations/${conversation}/trace`);
  expect((await trace()).problem().code).toBe('agent_not_assigned');
  await take(mara, conversation);
  expect((await trace()).json()).toMatchObject({ outcome: 'verified', attempt: ada.session.attempt });
  ada.close();
});

test('an anonymous stand-in for a refused proof says why', async () => {
  const page = await larkspur.page();
  const attempt = await page.attempt('anyway');
  const session = (await page.prove(attempt, { idToken: 'not.a.token' })).as(sessionView);
  const guest = await Consumer.join(house, page, session);
  const { conversation } = await guest.say('Hello');
  const { panel } = await watch(mara, conversation);
  expect(panel.history).toMatchObject([
    { kind: 'rejected', reason: session.rejected?.reason, attempt: attempt.attempt },
  ]);
  guest.close();
});

test('a renewal by the same person goes on in the same conversation', async () => {
  const ada = await Consumer.verified(house, larkspur, { sub: 'renewing' });
  const { conversation } = await ada.say('Hello');
  await take(mara, conversation);
  await watch(mara, conversation);
  const renewed = await Consumer.verified(house, larkspur, { sub: 'renewing' }, ada.page);
  expect(await ada.line.hears('session:changed')).toMatchObject({ assurance: 'ended', why: 'replaced' });
  await ada.line.hears('disconnect');
  expect(renewed.session.conversation?.id).toBe(conversation);
  await panelOf(mara, conversation, ({ history }) => history.at(-1)?.kind === 'renewed');
  expect(await renewed.say('Still me', conversation)).toMatchObject({ number: 4 });
  renewed.close();
});

test('another person on the same browser inherits nothing', async () => {
  const ada = await Consumer.verified(house, larkspur, { sub: 'first-person' });
  const { conversation } = await ada.say('My secret');
  await ada.line.get('page:facts', { facts: { viewing: 'My bills' } });
  await take(mara, conversation);
  await watch(mara, conversation);
  const ben = await Consumer.verified(house, larkspur, { sub: 'second-person', name: 'Ben' }, ada.page);
  expect(await ada.line.hears('session:changed')).toMatchObject({ why: 'switched' });
  expect(ben.session.conversation).toBeNull();
  expect(await ben.line.problem('conversation:resume', { conversation, after: 0 })).toBe(
    'conversation_not_found',
  );
  expect(await ben.line.problem('message:send', { clientId: randomUUID(), conversation, text: 'Me' })).toBe(
    'conversation_not_found',
  );
  const panel = await panelOf(mara, conversation, ({ history }) => history.at(-1)?.kind === 'switched');
  expect(panel.who.name).toBe('Ada Larch');
  expect(panel.history.at(-1)).toMatchObject({ issuerLabel: null, attempt: null });
  const bens = await ben.say('Hello');
  expect(bens.conversation).not.toBe(conversation);
  ben.close();
});

test('an anonymous conversation closes unlinked when somebody signs in', async () => {
  const guest = await Consumer.anonymous(house, larkspur);
  const { conversation } = await guest.say('Who am I?');
  await watch(mara, conversation);
  const ada = await Consumer.verified(house, larkspur, { sub: 'was-anonymous' }, guest.page);
  expect(ada.session.conversation).toBeNull();
  await mara.hears<Message>(
    'message:new',
    (one) => one.conversation === conversation && one.event?.kind === 'ended',
  );
  const row = await house.database.conversation.findFirstOrThrow({ where: { id: conversation } });
  expect(row).toMatchObject({ state: 'ended', consumerId: null });
  expect(await ada.line.problem('conversation:resume', { conversation, after: 0 })).toBe(
    'conversation_not_found',
  );
  ada.close();
});

test('the same person on another device goes on where they were', async () => {
  const phone = await Consumer.verified(house, larkspur, { sub: 'two-devices' });
  const { conversation } = await phone.say('From the phone');
  const laptop = await Consumer.verified(house, larkspur, { sub: 'two-devices' });
  expect(laptop.session.conversation?.id).toBe(conversation);
  await phone.line.hears<Message>('message:new', ({ event }) => event?.kind === 'signed_in');
  const { number } = await laptop.say('From the laptop', conversation);
  await phone.line.hears<Message>('message:new', (one) => one.number === number);
  phone.close();
  laptop.close();
});

test('signing out ends the line and tells the agent at once', async () => {
  const ada = await Consumer.verified(house, larkspur, { sub: 'leaving' });
  const { conversation } = await ada.say('Bye');
  await take(mara, conversation);
  await watch(mara, conversation);
  await ada.page.signOut(ada.session.token);
  expect(await ada.line.hears('session:changed')).toMatchObject({ assurance: 'ended', why: 'signed_out' });
  await ada.line.hears('disconnect');
  await mara.hears<Message>(
    'message:new',
    (one) => one.conversation === conversation && one.event?.kind === 'signed_out',
  );
  const panel = await panelOf(mara, conversation, ({ who }) => who.assurance === 'ended');
  expect(panel.history.at(-1)?.kind).toBe('signed_out');
  await mara.hears<ConversationSummary>(
    'queue:changed',
    (row) => row.id === conversation && row.assurance === 'ended',
  );
});

test('the brand’s backend ends every device of a consumer', async () => {
  const ada = await Consumer.verified(house, larkspur, { sub: 'everywhere' });
  const more = await Consumer.verified(house, larkspur, { sub: 'everywhere' });
  expect((await brandServer('POST', 'everywhere/sessions/end')).json()).toEqual({ ended: 2 });
  for (const { line } of [ada, more]) await line.hears('disconnect');
});

test('a proof that runs out is told to both sides without being asked', async () => {
  const ada = await Consumer.verified(house, larkspur, { sub: 'ageing' });
  const { conversation } = await ada.say('Hello');
  await take(mara, conversation);
  await watch(mara, conversation);
  const ageing = house.app.get(AgeingService);
  await ageing.look();
  await pass(60, conversation);
  await ageing.look();
  const mine = (event: Pick<SessionView, 'session'>) => event.session === ada.session.session;
  expect(await ada.line.hears('session:changed', mine)).toMatchObject({ assurance: 'stale', why: null });
  const stale = await panelOf(mara, conversation, ({ who }) => who.assurance === 'stale');
  expect(stale.history.at(-1)?.kind).toBe('stale');
  await pass(10, conversation);
  await ageing.look();
  await ada.line.hears('disconnect');
  await panelOf(mara, conversation, ({ history }) => history.at(-1)?.kind === 'ended');
  house.resetClock();
});

test('each message carries the assurance that held when it was stored', async () => {
  const ada = await Consumer.verified(house, larkspur, { sub: 'stamped' });
  const { conversation } = await ada.say('fresh');
  await take(mara, conversation);
  await pass(50, conversation);
  await ada.say('due', conversation);
  await pass(15, conversation);
  await answer(mara, conversation, 'while stale');
  house.resetClock();
  const { messages } = await ada.line.get<ConversationDetail>('conversation:resume', {
    conversation,
    after: 0,
  });
  const stamps = messages.filter(({ from }) => from !== 'system').map(({ stamp }) => stamp.assurance);
  expect(stamps).toEqual(['verified', 'due', 'stale']);
  ada.close();
});

test('a name that the issuer is not authoritative for stands without a seal', async () => {
  const weak = await makeLarkspur(house, [implicit('site', { authoritative: ['sub'] })], { slug: 'weak' });
  await desks.staff(weak, [{ email: 'wim@gmail.com', name: 'Wim' }]);
  const wim = await (await desks.agent('weak', 'wim@gmail.com')).connect();
  const ada = await Consumer.verified(house, weak, { sub: 'unsealed', name: 'Mara Moss' });
  const { conversation } = await ada.say('Hello');
  await take(wim, conversation);
  const { panel } = await watch(wim, conversation);
  expect(panel.who).toMatchObject({ name: 'Mara Moss', nameSealed: false });
  expect(panel.sealed.map(({ name }) => name)).toEqual(['sub']);
  expect(panel.profile.map(({ name }) => name)).toContain('name');
  ada.close();
  wim.close();
});
