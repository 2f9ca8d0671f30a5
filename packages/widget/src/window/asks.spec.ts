import { type IdentityState, initialIdentity } from '@countersign/chat-client/identity';
import type { IdentityRequest } from '@countersign/contracts';
import { expect, test, vi } from 'vitest';
import { offerCard, requestCard } from './asks.js';

const actions = { onProve: vi.fn(), onDecline: vi.fn(), onCallOff: vi.fn(), onMerge: vi.fn() };
const stateWith = (session: object, more: Partial<IdentityState> = {}): IdentityState => ({
  ...initialIdentity,
  phase: 'open',
  config: { brand: { name: 'Larkspur' } } as IdentityState['config'],
  session: { displayName: 'Ada Osei', offer: null, request: null, ...session } as IdentityState['session'],
  ...more,
});
const request = (kind: IdentityRequest['kind'], by: string | null): IdentityRequest => ({
  id: '01a2072a-dfb5-74e0-86ed-494bf91d9484',
  kind,
  by,
  at: '2026-11-28T10:00:00.000Z',
  expiresAt: '2026-11-28T10:10:00.000Z',
});

test('a request says who asks and what happens, with two answers', () => {
  const card = requestCard(stateWith({ request: request('step-up', 'Noor') }), actions);
  expect(card?.title).toBe('Noor asks you to confirm it is you');
  expect(card?.text).toContain('You sign in at Larkspur once more.');
  expect(card?.choices.map(({ label }) => label)).toEqual(['Confirm it is me', 'Not now']);
  expect(requestCard(stateWith({ request: request('sign-in', 'Noor') }), actions)?.title).toBe(
    'Noor asks you to sign in',
  );
  expect(requestCard(stateWith({ request: request('step-up', null) }), actions)?.title).toBe(
    'To go on, confirm it is you',
  );
});

test('a request that is being answered can be called off, and one that failed says why', () => {
  const asked = { request: request('step-up', 'Noor') };
  const { choices = [] } = requestCard(stateWith(asked, { renewal: 'asking' }), actions) ?? {};
  expect(choices.map(({ label }) => label)).toEqual(['Cancel']);
  const refusal = { reason: 'token_expired', attempt: null } as const;
  expect(requestCard(stateWith(asked, { refusal }), actions)?.text).toMatch(/^We could not confirm/);
});

test('an offer names the person, and explains both answers', () => {
  const offer = { conversation: 'c', lastNumber: 3 };
  const card = offerCard(stateWith({ offer }), actions);
  expect(card?.title).toBe('Continue this conversation as Ada Osei?');
  expect(card?.choices.every(({ outcome }) => outcome !== undefined)).toBe(true);
  card?.choices.forEach(({ action }) => {
    action();
  });
  expect(actions.onMerge.mock.calls).toEqual([[true], [false]]);
});

test('nothing is asked of a session that is over', () => {
  const both = { request: request('sign-in', 'Noor'), offer: { conversation: 'c', lastNumber: 3 } };
  expect(requestCard(stateWith(both, { phase: 'ended' }), actions)).toBeUndefined();
  expect(offerCard(stateWith(both, { phase: 'ended' }), actions)).toBeUndefined();
});
