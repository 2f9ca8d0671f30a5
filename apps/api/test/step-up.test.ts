import { randomUUID } from 'node:crypto';
import type { ConversationDetail, IdentityRequest, Message, SessionView } from '@countersign/contracts';
import { sessionView } from '@countersign/contracts';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { AgeingService } from '../dist/identity/ageing.service.js';
import { panelOf, take, watch } from './house/agent.js';
import { Consumer } from './house/consumer.js';
import { Desks } from './house/desks.js';
import { goodClaims } from './house/envelope.js';
import { type House, openHouse } from './house/house.js';
import { implicit, type Larkspur, makeLarkspur } from './house/larkspur.js';
import type { Line } from './house/socket.js';

const AGE = 300;
let house: House;
let desks: Desks;
let larkspur: Larkspur;
let mara: Line;

beforeAll(async () => {
  house = await openHouse();
  desks = await Desks.open(house);
  larkspur = await makeLarkspur(house, [
    implicit('site'),
    implicit('fresh', { stepUp: { maxAgeSeconds: AGE } }),
    implicit('strong', { stepUp: { acrValues: ['gold'] }, acrValues: ['silver', 'gold'] }),
  ]);
  await desks.staff(larkspur, [
    { email: 'mara@gmail.com', name: 'Mara' },
    { email: 'noor@gmail.com', name: 'Noor' },
  ]);
  mara = await desks.line('larkspur', 'mara@gmail.com');
});
afterEach(() => house.resetClock());
afterAll(async () => {
  mara.close();
  await desks.close();
  await house.close();
});

/** When somebody signed in at the provider. */
const signedIn = (secondsAgo: number) => ({
  auth_time: Math.floor(house.now().getTime() / 1_000) - secondsAgo,
});
const ask = (conversation: string, kind: 'sign-in' | 'step-up' = 'step-up') =>
  mara.get('identity:request', { conversation, kind });
const requestOf = (who: Consumer) =>
  who.line.hears<IdentityRequest>('identity:requested', (one) => one !== null);
const noRequestOf = (who: Consumer) => who.line.hears('identity:requested', (one) => one === null);
const hears = (line: Line, conversation: string, kind: string) =>
  line.hears<Message>('message:new', (one) => one.conversation === conversation && one.event?.kind === kind);
/** Somebody proven an hour after they signed in, in a conversation that Mara has. */
async function known(sub: string, connection = 'fresh', claims: Record<string, unknown> = signedIn(3_600)) {
  const ada = await Consumer.verified(house, larkspur, { sub, ...claims }, undefined, connection);
  const { conversation } = await ada.say('I want to change my bank account');
  await take(mara, conversation);
  const { panel } = await watch(mara, conversation);
  return { ada, conversation, panel };
}

test('an agent asks a known consumer to prove anew who they are, and is told when they have', async () => {
  const { ada, conversation, panel: before } = await known('asked');
  expect(before.mayRequest).toBe('step-up');
  await ask(conversation);
  const request = await requestOf(ada);
  expect(request).toMatchObject({ kind: 'step-up', by: 'Mara' });
  expect(Date.parse(request.expiresAt) - Date.parse(request.at)).toBe(600_000);
  expect((await ada.page.resume('asked')).as(sessionView).request).toEqual(request);
  expect((await hears(ada.line, conversation, 'proof_requested')).event?.by).toBe('Mara');
  const asked = await panelOf(mara, conversation, ({ request, history }) => {
    return request !== null && history.at(-1)?.kind === 'requested';
  });
  expect(asked).toMatchObject({ request, mayRequest: null });
  expect(asked.history.at(-1)).toMatchObject({ kind: 'requested', attempt: null, connection: 'fresh' });

  const attempt = await ada.page.attempt('fresh', 'step-up', request.id);
  expect(attempt).toMatchObject({ reason: 'step-up', maxAge: AGE });
  const idToken = await larkspur.signer.sign({
    ...goodClaims(attempt, house.now()),
    sub: 'asked',
    ...signedIn(10),
  });
  const session = (await ada.page.prove(attempt, { idToken })).as(sessionView);
  expect(session).toMatchObject({
    family: ada.session.family,
    conversation: { id: conversation },
    request: null,
  });
  // A panel that was read meanwhile may have the new line and still the former session.
  const panel = await panelOf(
    mara,
    conversation,
    ({ history, who }) => history.at(-1)?.kind === 'stepped_up' && who.assurance !== 'ended',
  );
  const again = await Consumer.join(house, ada.page, session);
  const { messages } = await again.line.get<ConversationDetail>('conversation:resume', {
    conversation,
    after: 0,
  });
  expect(messages.at(-1)?.event).toMatchObject({ kind: 'proof_given', by: 'Ada Larch' });
  expect(panel).toMatchObject({ request: null, mayRequest: 'step-up' });
  expect(Date.parse(panel.who.authenticatedAt ?? '')).toBeGreaterThan(house.now().getTime() - 60_000);
  again.close();
});

test('a proof that answers a request and is too old, or says no time, changes nothing', async () => {
  const { ada, conversation } = await known('too-old');
  await ask(conversation);
  const { id } = await requestOf(ada);
  for (const claims of [signedIn(AGE + 120), {}]) {
    const attempt = await ada.page.attempt('fresh', 'step-up', id);
    const idToken = await larkspur.signer.sign({
      ...goodClaims(attempt, house.now()),
      sub: 'too-old',
      ...claims,
    });
    const refused = await ada.page.prove(attempt, { idToken });
    expect(refused.problem()).toMatchObject({ code: 'proof_rejected', reason: 'authentication_too_old' });
  }
  const session = (await ada.page.resume('too-old')).as(sessionView);
  expect(session).toMatchObject({ session: ada.session.session, request: { id } });
  ada.close();
});

test('a stronger way of signing in is demanded by name, beside what the connection always asks', async () => {
  const { ada, conversation } = await known('stronger', 'strong', { acr: 'silver' });
  await ask(conversation);
  const { id } = await requestOf(ada);
  const attempt = await ada.page.attempt('strong', 'step-up', id);
  expect(attempt.acrValues).toEqual(['gold']);
  const sign = (acr: string) =>
    larkspur.signer.sign({ ...goodClaims(attempt, house.now()), sub: 'stronger', acr });
  const refused = await ada.page.prove(attempt, { idToken: await sign('silver') });
  expect(refused.problem()).toMatchObject({ reason: 'authentication_class_unmet' });
  const gold = await ada.proves(
    larkspur,
    { sub: 'stronger', acr: 'gold' },
    {
      connection: 'strong',
      reason: 'step-up',
      request: id,
    },
  );
  await panelOf(mara, conversation, ({ who }) => who.acr === 'gold');
  gold.close();
});

test('a proof of somebody else does not answer a request: it is another person, who sees nothing', async () => {
  const { ada, conversation } = await known('asked-for');
  await ask(conversation);
  const { id } = await requestOf(ada);
  const ben = await ada.proves(
    larkspur,
    { sub: 'not-asked-for', name: 'Ben', ...signedIn(5) },
    {
      connection: 'fresh',
      reason: 'step-up',
      request: id,
    },
  );
  expect(await ada.line.hears('session:changed')).toMatchObject({ assurance: 'ended', why: 'switched' });
  expect(ben.session).toMatchObject({ conversation: null, request: null, offer: null });
  expect(ben.session.family).not.toBe(ada.session.family);
  expect(await ben.line.problem('conversation:resume', { conversation, after: 0 })).toBe(
    'conversation_not_found',
  );
  const panel = await panelOf(mara, conversation, ({ history }) => history.at(-1)?.kind === 'switched');
  expect(panel).toMatchObject({ request: null, who: { name: 'Ada Larch', assurance: 'ended' } });
  ben.close();
});

test('a visitor who is asked to sign in goes on in the same conversation, once they confirm', async () => {
  const guest = await Consumer.anonymous(house, larkspur);
  const { conversation } = await guest.say('Which bill is open?');
  await take(mara, conversation);
  expect((await watch(mara, conversation)).panel.mayRequest).toBe('sign-in');
  expect(await mara.problem('identity:request', { conversation, kind: 'step-up' })).toBe(
    'step_up_unavailable',
  );
  await ask(conversation, 'sign-in');
  const { id, kind } = await requestOf(guest);
  expect(kind).toBe('sign-in');
  const ada = await guest.proves(larkspur, { sub: 'invited' }, { request: id });
  expect(ada.session).toMatchObject({ offer: { conversation }, request: null });
  await ada.line.get('conversation:merge', { conversation, accept: true });
  expect((await hears(mara, conversation, 'proof_given')).event?.by).toBe('Ada Larch');
  const panel = await panelOf(mara, conversation, ({ who }) => who.assurance === 'verified');
  expect(panel).toMatchObject({ request: null, mayRequest: null });
  expect(await mara.problem('identity:request', { conversation, kind: 'sign-in' })).toBe(
    'step_up_unavailable',
  );
  expect(await house.database.identityRequest.findFirstOrThrow({ where: { id } })).toMatchObject({
    outcome: 'proven',
  });
  ada.close();
});

test('a consumer declines once, on all their devices, and may be asked again', async () => {
  const { ada, conversation } = await known('declines');
  const phone = await Consumer.verified(house, larkspur, { sub: 'declines' }, undefined, 'fresh');
  await ask(conversation);
  expect(await mara.problem('identity:request', { conversation, kind: 'step-up' })).toBe('request_open');
  const { id } = await requestOf(ada);
  await requestOf(phone);
  await phone.line.get('identity:decline', { request: id });
  await noRequestOf(ada);
  expect((await hears(mara, conversation, 'proof_declined')).event?.by).toBe('Ada Larch');
  await panelOf(mara, conversation, ({ history }) => history.at(-1)?.kind === 'request_declined');
  expect(await ada.line.problem('identity:decline', { request: id })).toBe('request_not_found');
  await ask(conversation);
  for (const one of [ada, phone]) one.close();
});

test('a consumer answers on whichever device they have at hand', async () => {
  const { ada, conversation } = await known('at-hand');
  const phone = await Consumer.verified(house, larkspur, { sub: 'at-hand' }, undefined, 'fresh');
  await ask(conversation);
  const { id } = await requestOf(ada);
  const how = { connection: 'fresh', reason: 'step-up', request: id } as const;
  const anew = await phone.proves(larkspur, { sub: 'at-hand', ...signedIn(1) }, how);
  await noRequestOf(ada);
  await hears(ada.line, conversation, 'proof_given');
  const panel = await panelOf(
    mara,
    conversation,
    ({ history, who }) => history.at(-1)?.kind === 'stepped_up' && who.authenticatedAt !== null,
  );
  expect(panel.who.authenticatedAt).not.toBeNull();
  expect((await ada.page.resume('at-hand')).as(sessionView).session).toBe(ada.session.session);
  for (const one of [ada, anew]) one.close();
});

test('of two requests at once the consumer is asked one', async () => {
  const { ada, conversation } = await known('asked-twice');
  const input = { conversation, kind: 'step-up' };
  const again = await desks.line('larkspur', 'mara@gmail.com');
  const replies = await Promise.all([mara, again].map((line) => line.ask('identity:request', input)));
  expect(replies.map((reply) => (reply.ok ? 'asked' : reply.problem.code)).sort()).toEqual([
    'asked',
    'request_open',
  ]);
  for (const one of [ada.line, again]) one.close();
});

test('a request that nobody answers runs out after ten minutes, for both sides', async () => {
  const { ada, conversation } = await known('silent');
  await ask(conversation);
  const { id } = await requestOf(ada);
  await panelOf(mara, conversation, ({ request }) => request?.id === id);
  house.later({ minutes: 10 });
  const late = await ada.page.tryAttempt('fresh', 'step-up', id);
  expect(late.problem().code).toBe('request_not_found');
  await house.app.get(AgeingService).look();
  await noRequestOf(ada);
  await panelOf(mara, conversation, ({ request, history }) => request === null && history.length > 1);
  ada.close();
});

test('only who was asked may answer, and only whoever has the conversation may ask', async () => {
  const { ada, conversation } = await known('private');
  const noor = await desks.line('larkspur', 'noor@gmail.com');
  expect(await noor.problem('identity:request', { conversation, kind: 'step-up' })).toBe(
    'conversation_taken',
  );
  await ask(conversation);
  const { id } = await requestOf(ada);
  const stranger = await Consumer.verified(house, larkspur, { sub: 'stranger' }, undefined, 'fresh');
  expect((await stranger.page.tryAttempt('fresh', 'step-up', id)).problem().code).toBe('request_not_found');
  expect(await stranger.line.problem('identity:decline', { request: id })).toBe('request_not_found');
  const nobody = await larkspur.page();
  expect((await nobody.tryAttempt('fresh', 'step-up', id)).problem().code).toBe('request_not_found');
  expect((await nobody.tryAttempt('fresh', 'step-up', randomUUID())).problem().code).toBe(
    'request_not_found',
  );
  for (const one of [ada, stranger]) one.close();
  noor.close();
});

test('where the provider proves neither time nor way, nobody is asked to sign in anew', async () => {
  const { ada, conversation } = await known('not-provable', 'site', {});
  expect(await mara.problem('identity:request', { conversation, kind: 'step-up' })).toBe(
    'step_up_unavailable',
  );
  const { panel } = await watch(mara, conversation);
  expect(panel).toMatchObject({ mayRequest: null, who: { assurance: 'verified' } });
  expect((await ada.page.tryAttempt('site', 'step-up')).problem().code).toBe('step_up_unavailable');
  ada.close();
});

test('a request is asked no more once the conversation is over', async () => {
  const { ada, conversation } = await known('over');
  await ask(conversation);
  const { id } = await requestOf(ada);
  await mara.get('conversation:end', { conversation });
  await noRequestOf(ada);
  expect((await ada.page.tryAttempt('fresh', 'step-up', id)).problem().code).toBe('request_not_found');
  const view = (await ada.page.resume('over')).json() as SessionView;
  expect(view.request).toBeNull();
  ada.close();
});
