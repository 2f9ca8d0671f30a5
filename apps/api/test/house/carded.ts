import { randomUUID } from 'node:crypto';
import type { CardWish } from '@countersign/claims';
import type { Card, Message } from '@countersign/contracts';
import type { Larkspur } from './larkspur.js';
import type { Line } from './socket.js';

const gbp = (amount: string) => ({ amount, currency: 'GBP' });

/** What a brand's server says of somebody who may be offered something, and owes something. */
export const records = {
  package: { name: 'Larkspur 40', price: gbp('28.00'), allowance: '40 GB' },
  offers: [
    {
      id: 'larkspur-100',
      to: { name: 'Larkspur 100', price: gbp('38.00'), allowance: '100 GB' },
      why: 'You paid £13 for 6 GB more in October.',
      terms: 'Twelve months.',
    },
  ],
  billing: {
    balance: gbp('28.00'),
    bills: [
      { id: '2026-10', period: 'October 2026', amount: gbp('28.00'), dueOn: '2026-11-30', status: 'open' },
      { id: '2026-09', period: 'September 2026', amount: gbp('28.00'), dueOn: '2026-10-31', status: 'paid' },
    ],
    ways: [
      { id: 'card', label: 'Card on file', fee: gbp('0.50') },
      { id: 'bank', label: 'Bank transfer', fee: gbp('0.00') },
    ],
  },
};
export const upgrade: CardWish = { type: 'offer', offer: 'larkspur-100' };
export const octoberBill: CardWish = { type: 'bill', bills: ['2026-10'] };

/** With a backend that could be asked. Where nothing is accepted, nobody asks it. */
export const withActions = (larkspur: Larkspur): Larkspur => ({
  ...larkspur,
  brand: {
    ...larkspur.brand,
    actions: { url: 'http://127.0.0.1:9/actions', secret: `whsec_${Buffer.alloc(32, 5).toString('base64')}` },
  },
});

export const propose = (agent: Line, conversation: string, wish: unknown, clientId = randomUUID()) =>
  agent.ask<Message>('card:propose', { clientId, conversation, wish });

export async function proposed(agent: Line, conversation: string, wish: CardWish): Promise<Card> {
  const reply = await propose(agent, conversation, wish);
  if (!reply.ok || !reply.value.card) throw new Error(`Not proposed: ${JSON.stringify(reply)}`);
  return reply.value.card;
}

/** Until it stands so, for whoever listens. */
export const becomes = (line: Line, id: string, state: Card['state']): Promise<Card> =>
  line.hears<Card>('card:changed', (card) => card.id === id && card.state === state);
