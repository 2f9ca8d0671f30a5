import { type IdentityPanel, sessionView } from '@countersign/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { panelOf, take, watch } from './house/agent.js';
import { Backend } from './house/backend.js';
import { Consumer } from './house/consumer.js';
import { Desks } from './house/desks.js';
import { type House, openHouse } from './house/house.js';
import { implicit, type Larkspur, makeLarkspur } from './house/larkspur.js';
import type { Line } from './house/socket.js';

let house: House;
let desks: Desks;
let larkspur: Larkspur;
let backend: Backend;
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
  backend = await Backend.of(house, 'larkspur');
  mara = await desks.line('larkspur', 'mara@gmail.com');
  noor = await desks.line('larkspur', 'noor@gmail.com');
  lea = await desks.line('larkspur', 'lea@gmail.com');
});
afterAll(async () => {
  for (const line of [mara, noor, lea]) line.close();
  await desks.close();
  await house.close();
});

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

test('a lead who is one no longer sees what others see, without coming in anew', async () => {
  await desks.person('former@gmail.com', { name: 'Former' });
  const former = { email: 'former@gmail.com', name: 'Former' };
  const as = (role: 'lead' | 'agent') => house.operator.call('POST', 'larkspur/agents', { ...former, role });
  await as('lead');
  const line = await desks.line('larkspur', former.email);
  const ada = await Consumer.verified(house, larkspur, { sub: 'looked-at-by-former' });
  const { conversation } = await ada.say('Hello');
  expect((await watch(line, conversation)).panel.visible).toBe(true);
  await as('agent');
  await ada.line.get('page:facts', { facts: { viewing: 'Larkspur 40' } });
  const panel = await panelOf(line, conversation, ({ visible }) => !visible);
  expect(panel).toMatchObject({ sealed: [], page: [] });
  line.close();
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
  expect((await backend.push('billed', 1, at('one bill open'))).status).toBe(200);
  await panelOf(mara, conversation, ({ sealed }) => sealed.some(({ value }) => value === 'one bill open'));
  await backend.push('billed', 2, at('all paid'));
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

test('a name that the issuer is not authoritative for stands without a seal', async () => {
  const weak = await makeLarkspur(house, [implicit('site', { authoritative: ['sub'] })], { slug: 'weak' });
  await desks.staff(weak, [{ email: 'wim@gmail.com', name: 'Wim' }]);
  const wim = await desks.line('weak', 'wim@gmail.com');
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
