import { expect, test } from 'vitest';
import type { Conversation } from './conversation.js';
import { heldUntil, seesFacts } from './panel.service.js';

const conversation = (state: Conversation['state'], agent: string | null): Conversation => ({
  brandId: 'brand',
  id: 'conversation',
  sessionId: 'session',
  familyId: 'family',
  consumerId: null,
  state,
  agent: agent === null ? null : { id: agent, name: agent },
  lastNumber: 1,
  openedAt: new Date(0),
  waitingSince: null,
  endedAt: null,
  consumerRead: 0,
  consumerDelivered: 0,
  agentDelivered: 0,
  agentRead: 0,
  linkedTo: null,
  offeredTo: null,
  offeredUntil: null,
});
const mara = { agentId: 'mara', role: 'agent' } as const;

test('nobody but leads sees facts before the conversation is taken', () => {
  expect(seesFacts(conversation('waiting', null), mara)).toBe(false);
  expect(seesFacts(conversation('waiting', null), { agentId: 'lea', role: 'lead' })).toBe(true);
});

test('whoever has it sees them, and nobody beside', () => {
  expect(seesFacts(conversation('taken', 'mara'), mara)).toBe(true);
  expect(seesFacts(conversation('taken', 'noor'), mara)).toBe(false);
});

test('with the conversation the right to see them ends', () => {
  expect(seesFacts(conversation('ended', 'mara'), mara)).toBe(false);
});

test('a proof that ended early did not hold until its time', () => {
  const [noon, one] = [new Date('2026-11-23T12:00:00Z'), new Date('2026-11-23T13:00:00Z')];
  expect(heldUntil({ holdsUntil: one, endedAt: null })).toEqual(one);
  expect(heldUntil({ holdsUntil: one, endedAt: noon })).toEqual(noon);
  expect(heldUntil({ holdsUntil: noon, endedAt: one })).toEqual(noon);
  expect(heldUntil({ holdsUntil: null, endedAt: noon })).toBeNull();
});
