import { consumerExport, erasedView, erasuresView, foundConsumer } from '@countersign/contracts';
import type { PrismaClient } from '@countersign/database';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { AuditService } from '../dist/audit/index.js';
import { Erasables } from '../dist/common/erasables.js';
import { take } from './house/agent.js';
import { proposed, records, withActions } from './house/carded.js';
import { Consumer } from './house/consumer.js';
import { Desks } from './house/desks.js';
import { goodClaims } from './house/envelope.js';
import { type House, openHouse } from './house/house.js';
import { ISSUER, implicit, type Larkspur, makeLarkspur } from './house/larkspur.js';
import { mightyIn, tablesWith } from './house/search.js';
import { signIn } from './house/sign-in.js';
import type { Line } from './house/socket.js';

let house: House;
let mighty: PrismaClient;
let desks: Desks;
let larkspur: Larkspur;
let mara: Line;
let apiKey: string;

beforeAll(async () => {
  house = await openHouse();
  mighty = mightyIn(house);
  desks = await Desks.open(house);
  larkspur = await makeLarkspur(house, [implicit('site')]);
  await desks.staff(withActions(larkspur), [{ email: 'mara@gmail.com', name: 'Mara' }]);
  mara = await desks.line('larkspur', 'mara@gmail.com');
  apiKey = await house.operator.apiKey('larkspur', ['site'], ['facts:write']);
});
afterAll(async () => {
  mara.close();
  await mighty.$disconnect();
  await desks.close();
  await house.close();
});

const push = (address: string, facts: object, version = 1) =>
  fetch(`${house.url}/v1/connections/site/consumers/${address}/facts`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
    body: JSON.stringify({ version, asOf: house.now().toISOString(), facts }),
  });
const find = async (subject: string) => {
  const query = new URLSearchParams({ issuer: ISSUER, subject });
  return (await house.operator.call('GET', `larkspur/consumers?${query}`)).as(foundConsumer).id;
};
const erase = (id: string) => house.operator.call('DELETE', `larkspur/consumers/${id}`);
const verified = () => house.app.get(AuditService).verify(larkspur.view.id);

/** Somebody of whom a word of their own is in all that is kept. */
async function known(word: string) {
  const guest = await Consumer.anonymous(house, larkspur);
  await guest.line.get('page:facts', { facts: { viewing: `${word} before` } });
  const { conversation } = await guest.say(`${word} anonymously`);
  await take(mara, conversation);
  const claims = { sub: `${word}-sub`, name: `${word} Name`, account_number: `${word}-account` };
  const ada = await guest.proves(larkspur, claims);
  await ada.line.get('conversation:merge', { conversation, accept: true });
  await ada.say(`${word} signed in`, conversation);
  await mara.get('message:send', { clientId: crypto.randomUUID(), conversation, text: `${word} answered` });
  await ada.line.get('page:facts', { facts: { viewing: `${word} page` } });
  await push(`${word}-sub`, { plan: `${word} former` });
  await push(`${word}-sub`, { plan: `${word} plan` }, 2);
  return { ada, conversation, id: await find(`${word}-sub`) };
}

test('an export holds all that is known of one consumer, and of nobody else', async () => {
  const { ada, id } = await known('Verbena');
  const other = await known('Calendula');
  const answer = await house.operator.call('GET', `larkspur/consumers/${id}/export`);
  const exported = answer.as(consumerExport);
  expect(exported.consumer).toMatchObject({ subject: 'Verbena-sub', name: 'Verbena Name', issuer: ISSUER });
  const values = Object.fromEntries(exported.facts.map(({ name, value }) => [name, value]));
  expect(values).toMatchObject({ account_number: 'Verbena-account', plan: 'Verbena plan' });
  expect(exported.facts.map(({ provenance }) => provenance.source)).toContain('brand_server');
  expect(exported.formerFacts.map(({ fact }) => fact.value)).toEqual(['Verbena former']);
  expect(exported.pageFacts.map(({ value }) => value)).toEqual(['Verbena page']);
  expect(exported.sessions).toHaveLength(1);
  const texts = exported.conversations.flatMap(({ messages }) => messages.map(({ text }) => text));
  expect(texts.filter(Boolean)).toEqual(['Verbena anonymously', 'Verbena signed in', 'Verbena answered']);
  expect(exported.conversations[0]?.identity.map(({ kind }) => kind)).toContain('merged');
  expect(JSON.stringify(exported)).not.toContain('Calendula');
  ada.close();
  other.ada.close();
});

test('an export holds what was proposed to them and how it came out, and of an erasure no card is left', async () => {
  const sub = 'Marjoram-sub';
  const ada = await Consumer.verified(house, larkspur, { sub, name: 'Marjoram Name' });
  const { conversation } = await ada.say('Is there anything better?');
  const [offer] = records.offers;
  await push(sub, { ...records, offers: [{ ...offer, why: 'Marjoram uses more than 40 GB.' }] });
  await take(mara, conversation);
  const wanted = [
    await proposed(mara, conversation, { type: 'offer', offer: 'larkspur-100' }),
    await proposed(mara, conversation, { type: 'bill', bills: ['2026-10'] }),
  ];
  await ada.line.get('card:answer', { card: wanted[0]?.id, answer: 'decline' });
  const id = await find(sub);
  const { cards } = (await house.operator.call('GET', `larkspur/consumers/${id}/export`)).as(consumerExport);
  expect(cards.map(({ id, state }) => [id, state])).toEqual([
    [wanted[0]?.id, 'declined'],
    [wanted[1]?.id, 'proposed'],
  ]);
  expect(cards[0]).toMatchObject({ conversation, body: { why: 'Marjoram uses more than 40 GB.' } });
  await erase(id);
  expect(await mighty.card.count({ where: { consumerId: id } })).toBe(0);
  expect(await tablesWith(mighty, ['Marjoram'])).toEqual([]);
  // Their ids are chance, and stand in the chain of what was done.
  expect(
    await tablesWith(
      mighty,
      wanted.map((card) => card.id),
    ),
  ).toEqual(['audit_entries']);
  expect(await verified()).toMatchObject({ whole: true });
  ada.close();
});

test('an export holds what they thought of a conversation, and of an erasure no word of it is left', async () => {
  const ada = await Consumer.verified(house, larkspur, { sub: 'Tansywort-sub' });
  const { conversation } = await ada.say('That is all');
  await ada.line.get('conversation:end', { conversation });
  await ada.line.get('conversation:rate', { conversation, score: 2, comment: 'Tansywort waited long' });
  const id = await find('Tansywort-sub');
  const exported = (await house.operator.call('GET', `larkspur/consumers/${id}/export`)).as(consumerExport);
  expect(exported.conversations[0]?.rating).toMatchObject({ score: 2, comment: 'Tansywort waited long' });
  await erase(id);
  expect(await tablesWith(mighty, ['Tansywort'])).toEqual([]);
  ada.close();
});

test('who was erased is found nowhere, their sockets are closed, and the audit log still verifies', async () => {
  const { ada, id, conversation } = await known('Tamarisk');
  const bystander = await known('Oleander');
  expect(await tablesWith(mighty, ['Tamarisk'])).toEqual(['consumers', 'messages']);
  const lain: string[] = [];
  house.app.get(Erasables).register({
    what: 'test',
    eraseOf: async (_, consumerId) => lain.push(consumerId),
  });
  const gone = ada.line.hears('disconnect');
  expect((await erase(id)).as(erasedView)).toMatchObject({ erased: true, conversations: 1, sessions: 1 });
  await gone;
  expect(await tablesWith(mighty, ['Tamarisk'])).toEqual([]);
  // By no id either, but where it is said that they were erased.
  expect(await tablesWith(mighty, [id])).toEqual(['audit_entries', 'erasures']);
  expect(await tablesWith(mighty, [conversation])).toEqual(['audit_entries']);
  expect(lain).toEqual([id]);
  expect(await verified()).toMatchObject({ whole: true });
  expect((await ada.page.resume('Tamarisk-sub')).status).not.toBe(200);
  // Who has nothing to do with it keeps what is theirs.
  const kept = (await house.operator.call('GET', `larkspur/consumers/${bystander.id}/export`)).as(
    consumerExport,
  );
  expect(kept.conversations[0]?.messages.length).toBeGreaterThan(3);
  bystander.ada.close();
});

test('erasing is done once, however often it is asked, and of nobody who never was', async () => {
  const { ada, id } = await known('Yarrow');
  ada.close();
  await erase(id);
  const entries = await mighty.auditEntry.count();
  expect((await erase(id)).as(erasedView)).toEqual({
    erased: true,
    conversations: 0,
    messages: 0,
    sessions: 0,
  });
  expect(await mighty.auditEntry.count()).toBe(entries);
  expect((await erase('00000000-0000-7000-8000-000000000000')).problem().code).toBe('consumer_not_found');
  expect((await house.operator.call('GET', `larkspur/consumers/${id}/export`)).problem().code).toBe(
    'consumer_not_found',
  );
  const { erasures } = (await house.operator.call('GET', 'larkspur/erasures')).as(erasuresView);
  expect(erasures.filter(({ consumer }) => consumer === id)).toHaveLength(1);
});

test('whoever comes back after it is somebody new, and nothing from before is theirs', async () => {
  const { ada, id } = await known('Saffron');
  ada.close();
  await erase(id);
  const again = await Consumer.verified(house, larkspur, { sub: 'Saffron-sub', name: 'Saffron anew' });
  expect(again.session).toMatchObject({ displayName: 'Saffron anew', conversation: null });
  const now = await find('Saffron-sub');
  expect(now).not.toBe(id);
  const exported = (await house.operator.call('GET', `larkspur/consumers/${now}/export`)).as(consumerExport);
  expect(exported.conversations).toEqual([]);
  expect(exported.facts.map(({ name }) => name)).not.toContain('plan');
  again.close();
});

test('a proof of theirs that was begun before the erasure opens nothing in that browser', async () => {
  const { ada, id } = await known('Hyssop');
  const attempt = await ada.page.attempt('site', 'renew');
  await erase(id);
  const idToken = await larkspur.signer.sign({
    ...goodClaims(attempt, house.now()),
    sub: 'Hyssop-sub',
  });
  expect((await ada.page.prove(attempt, { idToken })).problem().reason).toBe('session_ended');
  expect(
    (await house.operator.call('GET', `larkspur/consumers?issuer=${ISSUER}&subject=Hyssop-sub`)).status,
  ).toBe(404);
});

test('proofs and an erasure that meet leave either nobody, or somebody new who is whole', async () => {
  const { ada, id } = await known('Fennel');
  ada.close();
  const claims = { sub: 'Fennel-sub', name: 'Fennel' };
  const comes = async () => signIn(house, larkspur, await larkspur.page(), claims);
  const results = await Promise.allSettled([comes(), erase(id), comes(), comes()]);
  for (const one of results) if (one.status === 'rejected') throw one.reason;
  expect(await mighty.consumer.count({ where: { id } })).toBe(0);
  const again = await Consumer.verified(house, larkspur, claims);
  expect(again.session.displayName).toBe('Fennel');
  again.close();
});
