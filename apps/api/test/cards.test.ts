import { randomUUID } from 'node:crypto';
import type { Card, Message } from '@countersign/contracts';
import { Webhook } from 'standardwebhooks';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { ActionServer } from './house/action-server.js';
import { take, watch } from './house/agent.js';
import { CardHouse } from './house/card-house.js';
import { becomes, octoberBill, propose, proposed, records, upgrade } from './house/carded.js';
import { Consumer } from './house/consumer.js';
import type { House } from './house/house.js';
import { ISSUER, type Larkspur } from './house/larkspur.js';
import type { Line } from './house/socket.js';

let place: CardHouse;
let house: House;
let larkspur: Larkspur;
let shop: ActionServer;
let mara: Line;
let noor: Line;

beforeAll(async () => {
  place = await CardHouse.open();
  ({ house, larkspur, shop, mara, noor } = place);
});
afterEach(() => place.reset());
afterAll(() => place.close());

const answer = (who: Line, card: Card, more: object = { answer: 'accept' }) =>
  who.ask<Card>('card:answer', { card: card.id, ...more });

describe('what an agent proposes', () => {
  test('goes out as a message of both sides, filled from what the brand’s server said', async () => {
    const { ada, conversation } = await place.customer('filled');
    const card = await proposed(mara, conversation, upgrade);
    expect(card).toMatchObject({
      state: 'proposed',
      body: { type: 'offer', version: 1, from: { name: 'Larkspur 40' }, difference: { amount: '10.00' } },
    });
    const told = await ada.line.hears<Message>('message:new', (one) => one.card?.id === card.id);
    expect(told).toMatchObject({
      from: 'agent',
      by: 'Mara',
      text: 'Offer: Larkspur 100 in place of Larkspur 40',
      card,
    });
    const { panel } = await watch(mara, conversation);
    expect(panel.cards).toEqual({ stepUp: [] });
    ada.close();
  });

  test('is what the verified facts hold, and nothing else', async () => {
    const { ada, conversation } = await place.customer('held');
    const wishes = [
      { type: 'offer', offer: 'larkspur-1' },
      { type: 'bill', bills: ['2026-09'] },
      { type: 'bill', bills: ['2026-10', '1999-01'] },
    ];
    for (const wish of wishes)
      expect(await mara.problem('card:propose', { clientId: randomUUID(), conversation, wish })).toBe(
        'card_not_possible',
      );
    const price = { ...upgrade, to: { name: 'Larkspur 100', price: { amount: '1.00', currency: 'GBP' } } };
    const body = { type: 'offer', version: 1, offer: 'larkspur-100' };
    for (const wish of [price, body, { type: 'voucher' }])
      expect(await mara.problem('card:propose', { clientId: randomUUID(), conversation, wish })).toBe(
        'request_malformed',
      );
    ada.close();
  });

  test('is never made of what a page says', async () => {
    const ada = await Consumer.verified(house, larkspur, { sub: 'paged' });
    const { conversation } = await ada.say('I have an offer here');
    await ada.line.get('page:facts', {
      facts: { offers: JSON.stringify(records.offers), package: 'Larkspur 40' },
    });
    await take(mara, conversation);
    const reply = await propose(mara, conversation, upgrade);
    expect(reply).toMatchObject({ ok: false, problem: { code: 'card_not_possible' } });
    ada.close();
  });

  test('is proposed by whoever has the conversation, to somebody who is proven', async () => {
    const { ada, conversation } = await place.customer('whose', 'short');
    expect(await noor.problem('card:propose', { clientId: randomUUID(), conversation, wish: upgrade })).toBe(
      'conversation_taken',
    );
    const guest = await Consumer.anonymous(house, larkspur);
    const { conversation: strange } = await guest.say('Hello');
    await take(mara, strange);
    expect((await propose(mara, strange, upgrade)).ok).toBe(false);
    house.later({ minutes: 6 });
    const late = await propose(mara, conversation, upgrade);
    expect(late).toMatchObject({ ok: false, problem: { code: 'identity_unconfirmed' } });
    for (const one of [ada, guest]) one.close();
  });

  test('is sent once, however often it is sent again', async () => {
    const { ada, conversation } = await place.customer('once');
    const clientId = randomUUID();
    const [first, again] = [
      await propose(mara, conversation, upgrade, clientId),
      await propose(mara, conversation, upgrade, clientId),
    ];
    expect(again).toEqual(first);
    ada.close();
  });
});

describe('what a consumer accepts', () => {
  test('is carried out by the brand’s backend, and both sides hear how it came out', async () => {
    const { ada, conversation } = await place.customer('accepts');
    const carriedOut = vi.fn();
    shop.carryOut = async (action) => {
      carriedOut(action);
      const receipt = { number: 'R-1', lines: [{ label: 'From', value: '1 December' }] };
      return { outcome: 'done', note: 'You have Larkspur 100 from now on.', receipt };
    };
    const card = await proposed(mara, conversation, upgrade);
    expect(await answer(ada.line, card)).toMatchObject({ ok: true });
    const [there, here] = await Promise.all([
      becomes(ada.line, card.id, 'done'),
      becomes(mara, card.id, 'done'),
    ]);
    expect(there.outcome).toMatchObject({ outcome: 'done', by: 'brand', receipt: { number: 'R-1' } });
    expect(here).toEqual(there);
    expect(carriedOut).toHaveBeenCalledTimes(1);
    expect(carriedOut).toHaveBeenCalledWith(
      expect.objectContaining({
        id: card.id,
        kind: 'offer',
        consumer: { issuer: ISSUER, subject: 'accepts' },
      }),
    );
    const [{ headers, body } = { headers: {}, body: '' }] = shop.asked;
    const signed = new Webhook(shop.secret).verify(body, headers as Record<string, string>);
    expect(signed).toMatchObject({ id: card.id, assurance: 'verified', choice: null });
    // Whoever comes later reads it as it is by then.
    const later = await watch(mara, conversation);
    expect(later.messages.find((one) => one.card)?.card).toEqual(there);
    ada.close();
  });

  test('is answered once: the same again is no error, another answer is', async () => {
    const { ada, conversation } = await place.customer('twice');
    const card = await proposed(mara, conversation, octoberBill);
    const yes = { answer: 'accept', choice: 'bank' };
    const all = await Promise.all([answer(ada.line, card, yes), answer(ada.line, card, yes)]);
    expect(all.map(({ ok }) => ok)).toEqual([true, true]);
    await becomes(ada.line, card.id, 'done');
    expect((await answer(ada.line, card, yes)).ok).toBe(true);
    expect(shop.asked).toHaveLength(1);
    for (const other of [{ answer: 'decline' }, { answer: 'accept', choice: 'card' }])
      expect(await answer(ada.line, card, other)).toMatchObject({
        ok: false,
        problem: { code: 'card_settled' },
      });
    ada.close();
  });

  test('by a way it does not have is told which there are', async () => {
    const { ada, conversation } = await place.customer('ways');
    const card = await proposed(mara, conversation, octoberBill);
    for (const choice of [{}, { choice: 'gold' }]) {
      const reply = await answer(ada.line, card, { answer: 'accept', ...choice });
      expect(reply).toMatchObject({
        problem: {
          code: 'request_malformed',
          errors: [{ path: 'choice', message: 'is none of card, bank' }],
        },
      });
    }
    const offer = await proposed(mara, conversation, upgrade);
    expect((await answer(ada.line, offer, { answer: 'accept', choice: 'bank' })).ok).toBe(false);
    expect(shop.asked).toHaveLength(0);
    ada.close();
  });

  test('may be declined, and then is not carried out', async () => {
    const { ada, conversation } = await place.customer('declines');
    const card = await proposed(mara, conversation, upgrade);
    expect(await answer(ada.line, card, { answer: 'decline' })).toMatchObject({
      value: { state: 'declined' },
    });
    await becomes(mara, card.id, 'declined');
    expect(await answer(ada.line, card)).toMatchObject({ problem: { code: 'card_settled' } });
    expect(shop.asked).toHaveLength(0);
    ada.close();
  });

  test('is theirs alone: to anybody else there is no such card', async () => {
    const { ada, conversation } = await place.customer('owner');
    const card = await proposed(mara, conversation, upgrade);
    const [other, guest] = await Promise.all([
      Consumer.verified(house, larkspur, { sub: 'not-the-owner' }),
      Consumer.anonymous(house, larkspur),
    ]);
    for (const one of [other, guest])
      expect(await answer(one.line, card)).toMatchObject({ problem: { code: 'card_not_found' } });
    for (const one of [ada, other, guest]) one.close();
  });

  test('waits while it is not confirmed who is there', async () => {
    const { ada, conversation } = await place.customer('stale');
    const card = await proposed(mara, conversation, upgrade);
    house.later({ minutes: 61 });
    expect(await answer(ada.line, card)).toMatchObject({ problem: { code: 'sending_held' } });
    house.resetClock();
    expect((await answer(ada.line, card)).ok).toBe(true);
    ada.close();
  });

  test('is what they saw: when a fact has changed since, it is withdrawn', async () => {
    const { ada, conversation } = await place.customer('changed');
    const [offer, bill] = [
      await proposed(mara, conversation, upgrade),
      await proposed(mara, conversation, octoberBill),
    ];
    const dearer = {
      ...records.offers[0],
      to: { name: 'Larkspur 100', price: { amount: '39.00', currency: 'GBP' } },
    };
    await place.push('changed', { ...records, offers: [dearer] });
    await becomes(ada.line, offer.id, 'withdrawn');
    expect(await answer(ada.line, offer)).toMatchObject({ problem: { code: 'card_settled' } });
    expect((await answer(ada.line, bill, { answer: 'accept', choice: 'bank' })).ok).toBe(true);
    ada.close();
  });

  test('is open for a day, and not when the conversation is over', async () => {
    const { ada, conversation } = await place.customer('over');
    const [old, last] = [
      await proposed(mara, conversation, upgrade),
      await proposed(mara, conversation, octoberBill),
    ];
    expect(Date.parse(old.expiresAt) - Date.parse(old.at)).toBe(24 * 3_600_000);
    await mara.get('card:withdraw', { card: old.id });
    await becomes(ada.line, old.id, 'withdrawn');
    expect(await mara.problem('card:withdraw', { card: randomUUID() })).toBe('card_not_found');
    await mara.get('conversation:end', { conversation });
    await becomes(ada.line, last.id, 'withdrawn');
    ada.close();
  });

  test('is kept sealed, and the audit log says who did what with it', async () => {
    const { ada, conversation } = await place.customer('kept');
    const card = await proposed(mara, conversation, upgrade);
    await answer(ada.line, card);
    await becomes(ada.line, card.id, 'done');
    const row = await house.database.card.findFirst({ where: { id: card.id } });
    expect(JSON.stringify(row)).not.toMatch(/Larkspur|38\.00|October/);
    const entries = await house.database.auditEntry.findMany({ orderBy: { number: 'asc' } });
    const own = entries.filter(({ detail }) => (detail as { card?: string }).card === card.id);
    expect(own.map(({ action, actor }) => [action, actor.split(' ')[0]])).toEqual([
      ['card_proposed', 'agent'],
      ['card_answered', 'consumer'],
      ['card_changed', 'service'],
    ]);
    ada.close();
  });
});
