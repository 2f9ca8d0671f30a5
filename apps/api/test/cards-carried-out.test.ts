import type { Card, ConversationDetail, IdentityRequest } from '@countersign/contracts';
import { sessionView } from '@countersign/contracts';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { ActionServer } from './house/action-server.js';
import { watch } from './house/agent.js';
import { CardHouse } from './house/card-house.js';
import { becomes, octoberBill, proposed, upgrade } from './house/carded.js';
import { Consumer } from './house/consumer.js';
import { goodClaims } from './house/envelope.js';
import type { House } from './house/house.js';
import { implicit, type Larkspur } from './house/larkspur.js';
import type { Line } from './house/socket.js';

let place: CardHouse;
let house: House;
let larkspur: Larkspur;
let shop: ActionServer;
let mara: Line;

beforeAll(async () => {
  place = await CardHouse.open();
  ({ house, larkspur, shop, mara } = place);
});
afterEach(() => place.reset());
afterAll(() => place.close());

const answer = (who: Line, card: Card, more: object = { answer: 'accept' }) =>
  who.ask<Card>('card:answer', { card: card.id, ...more });

describe('a card that wants a step-up', () => {
  async function accepted(sub: string) {
    const { ada, conversation } = await place.customer(sub, 'fresh', place.signedIn(3_600));
    const card = await proposed(mara, conversation, upgrade);
    expect(card.body['assurance']).toBe('step-up');
    const reply = await answer(ada.line, card);
    expect(reply).toMatchObject({ ok: true, value: { state: 'accepted', awaitsProof: true } });
    const request = await ada.line.hears<IdentityRequest>('identity:requested', (one) => one !== null);
    expect(request).toMatchObject({ kind: 'step-up', by: null });
    return { ada, conversation, card, request };
  }

  test('goes on by itself once it is proven', async () => {
    const { ada, conversation, card, request } = await accepted('steps-up');
    expect(shop.asked).toHaveLength(0);
    const attempt = await ada.page.attempt('fresh', 'step-up', request.id);
    const idToken = await larkspur.signer.sign({
      ...goodClaims(attempt, house.now()),
      sub: 'steps-up',
      ...place.signedIn(5),
    });
    const session = (await ada.page.prove(attempt, { idToken })).as(sessionView);
    await becomes(mara, card.id, 'done');
    expect(JSON.parse(shop.asked[0]?.body ?? '')).toMatchObject({ assurance: 'step-up' });
    // Whoever comes back with the lines they had hears what became of it.
    const again = await Consumer.join(house, ada.page, session);
    const after = (await watch(mara, conversation)).messages.find((one) => one.card)?.number ?? 0;
    await again.line.get<ConversationDetail>('conversation:resume', { conversation, after });
    await becomes(again.line, card.id, 'done');
    again.close();
  });

  test('is open again when they would not, and may be declined', async () => {
    const { ada, card, request } = await accepted('will-not');
    await ada.line.get('identity:decline', { request: request.id });
    await becomes(ada.line, card.id, 'proposed');
    expect(await answer(ada.line, card, { answer: 'decline' })).toMatchObject({
      value: { state: 'declined' },
    });
    expect(shop.asked).toHaveLength(0);
    ada.close();
  });

  test('is asked for by the connection it is accepted through, whatever it was proposed through', async () => {
    const { ada, conversation } = await place.customer('two-ways');
    const card = await proposed(mara, conversation, upgrade);
    expect(card.body['assurance']).toBe('verified');
    const claims = { sub: 'two-ways', ...place.signedIn(3_600) };
    const there = await Consumer.verified(house, larkspur, claims, undefined, 'fresh');
    const reply = await answer(there.line, card);
    expect(reply).toMatchObject({ ok: true, value: { state: 'accepted', awaitsProof: true } });
    expect(shop.asked).toHaveLength(0);
    for (const one of [ada, there]) one.close();
  });

  test('of another kind goes on without', async () => {
    const { ada, conversation } = await place.customer('no-need', 'fresh', place.signedIn(3_600));
    const card = await proposed(mara, conversation, octoberBill);
    const { panel } = await watch(mara, conversation);
    expect(panel.cards).toEqual({ stepUp: ['offer'] });
    await answer(ada.line, card, { answer: 'accept', choice: 'card' });
    await becomes(ada.line, card.id, 'done');
    ada.close();
  });
});

async function leaveExecuting(id: string, { minutes }: { minutes: number }): Promise<void> {
  const since = new Date(house.now().getTime() - minutes * 60_000);
  await house.database.card.updateMany({
    where: { id },
    data: {
      state: 'executing',
      assurance: 'verified',
      choice: 'card',
      provenAt: since,
      expiresAt: new Date(since.getTime() + 24 * 3_600_000),
      executingSince: since,
      tries: 1,
      leasedUntil: new Date(since.getTime() + 15_000),
    },
  });
}

describe('a backend', () => {
  test('that refuses says why', async () => {
    const { ada, conversation } = await place.customer('refused');
    shop.carryOut = async () => ({ outcome: 'refused', note: 'The card on file has expired.' });
    const card = await proposed(mara, conversation, octoberBill);
    await answer(ada.line, card, { answer: 'accept', choice: 'card' });
    const told = await becomes(ada.line, card.id, 'refused');
    expect(told.outcome).toMatchObject({ by: 'brand', note: 'The card on file has expired.', receipt: null });
    ada.close();
  });

  test('that stumbles is asked again under the same id, and does it once', async () => {
    const { ada, conversation } = await place.customer('stumbles');
    shop.before = (tries) => (tries === 1 ? { status: 503 } : tries === 2 ? 'hang-up' : undefined);
    const card = await proposed(mara, conversation, upgrade);
    await answer(ada.line, card);
    await becomes(ada.line, card.id, 'done');
    const ids = shop.asked.map(({ headers }) => headers['webhook-id']);
    expect(ids).toEqual([card.id, card.id, card.id]);
    ada.close();
  });

  test('that is not reached in time leaves it refused, and says that nobody knows', async () => {
    const { ada, conversation } = await place.customer('away');
    shop.before = () => 'hang-up';
    const card = await proposed(mara, conversation, upgrade);
    await answer(ada.line, card);
    await becomes(ada.line, card.id, 'executing');
    house.later({ seconds: 120 });
    const told = await becomes(ada.line, card.id, 'refused');
    expect(told.outcome).toMatchObject({ outcome: 'refused', by: 'not_reached' });
    ada.close();
  });

  test.each([
    ['no JSON', { status: 200, body: 'ok' }],
    ['an outcome nobody knows', { status: 200, body: '{"outcome":"maybe"}' }],
    ['a part nobody knows', { status: 200, body: '{"outcome":"done","html":"<b>"}' }],
    ['that it is no such place', { status: 404 }],
    ['a page of a proxy', { status: 200, body: '<html>ok</html>', type: 'text/html' }],
    ['that it is elsewhere', { status: 307, body: '{"outcome":"done"}' }],
    ['without end', { status: 200, body: `{"outcome":"done","note":"${'x'.repeat(300_000)}"}` }],
  ])('that answers %s has done nothing anybody can rely on', async (what, instead) => {
    const { ada, conversation } = await place.customer(`odd-${what.replaceAll(' ', '-')}`);
    shop.before = () => instead;
    const card = await proposed(mara, conversation, upgrade);
    await answer(ada.line, card);
    const told = await becomes(ada.line, card.id, 'refused');
    expect(told.outcome).toMatchObject({ by: 'not_understood' });
    ada.close();
  });

  test('whose caller was away for longer than it is asked says at last what it did, and does it once', async () => {
    const { ada, conversation } = await place.customer('away-long');
    const card = await proposed(mara, conversation, octoberBill);
    shop.before = (tries) => (tries === 1 ? 'hang-up' : undefined);
    // As a process leaves it that was killed while it asked, and started again by somebody ten minutes later.
    await leaveExecuting(card.id, { minutes: 10 });
    const told = await becomes(ada.line, card.id, 'refused');
    expect(told.outcome).toMatchObject({ by: 'not_reached' });
    expect(shop.asked).toHaveLength(1);
    const another = await proposed(mara, conversation, upgrade);
    await leaveExecuting(another.id, { minutes: 10 });
    await becomes(ada.line, another.id, 'done');
    expect(shop.asked.map(({ headers }) => headers['webhook-id'])).toEqual([card.id, another.id]);
    ada.close();
  });

  test('is not asked for what was accepted longer ago than a card stands', async () => {
    const { ada, conversation } = await place.customer('away-for-days');
    const card = await proposed(mara, conversation, upgrade);
    await leaveExecuting(card.id, { minutes: 26 * 60 });
    const told = await becomes(ada.line, card.id, 'refused');
    expect(told.outcome).toMatchObject({ by: 'not_reached' });
    expect(shop.asked).toHaveLength(0);
    ada.close();
  });

  test('whose caller died in the middle is asked by another', async () => {
    const { ada, conversation } = await place.customer('died');
    const card = await proposed(mara, conversation, upgrade);
    // As a process leaves it that was killed while it asked.
    const since = new Date(house.now().getTime() - 20_000);
    await house.database.card.updateMany({
      where: { id: card.id },
      data: {
        state: 'executing',
        assurance: 'verified',
        provenAt: since,
        executingSince: since,
        tries: 1,
        leasedUntil: new Date(since.getTime() + 15_000),
      },
    });
    await becomes(ada.line, card.id, 'done');
    expect(shop.asked).toHaveLength(1);
    ada.close();
  });
});

describe('a brand', () => {
  test('that carries nothing out has nothing proposed', async () => {
    const view = await house.operator.put('bare', {
      name: 'Bare',
      issuers: larkspur.brand.issuers,
      connections: [implicit('site')],
    });
    expect(view.actions).toBeNull();
    const seen = await house.operator.call('GET', 'larkspur');
    expect(seen.json()).toMatchObject({ actions: { url: shop.url } });
    expect(seen.text).not.toContain(shop.secret);
  });

  test.each([
    [
      'a secret that is none',
      { url: 'https://shop.example/actions', secret: 'whsec_c2hvcnQ=' },
      'actions.secret',
    ],
    ['a place that is not https', { url: 'http://shop.example/actions', secret: '' }, 'actions.url'],
  ])('with %s is told so', async (_what, actions, path) => {
    const secret = actions.secret || shop.secret;
    const reply = await house.operator.call('PUT', 'odd', {
      ...larkspur.brand,
      actions: { ...actions, secret },
    });
    expect(reply.problem()).toMatchObject({ code: 'request_malformed', errors: [{ path }] });
  });

  test('whose cards want a step-up says what is to be proven', async () => {
    const reply = await house.operator.call('PUT', 'odd', {
      ...larkspur.brand,
      connections: [implicit('site', { stepUpFor: ['bill'] })],
    });
    expect(reply.problem()).toMatchObject({ errors: [{ path: 'connections.0.stepUpFor' }] });
  });
});
