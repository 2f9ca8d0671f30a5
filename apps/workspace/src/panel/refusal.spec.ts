import type { IdentityEvent, IdentityPanel } from '@countersign/contracts';
import { expect, test } from 'vitest';
import { refusalBehind } from './refusal';

const event = (kind: IdentityEvent['kind'], minute: number): IdentityEvent => ({
  kind,
  at: `2026-11-23T14:${String(minute).padStart(2, '0')}:00.000Z`,
  issuerLabel: null,
  connection: 'google',
  reason: kind === 'rejected' ? 'signature_invalid' : null,
  attempt: null,
});
const panel = (assurance: IdentityPanel['who']['assurance'], history: IdentityEvent[]): IdentityPanel => ({
  conversation: 'c',
  who: {
    name: null,
    nameSealed: false,
    assurance,
    issuer: null,
    issuerLabel: null,
    connectionLabel: 'Implicit Flow, signed',
    relaxed: [],
    verifiedAt: null,
    holdsUntil: null,
    authenticatedAt: null,
    acr: null,
  },
  sealed: [],
  profile: [],
  page: [],
  conflicts: [],
  history,
  mayRequest: null,
  cards: null,
  request: null,
  visible: true,
  attempt: null,
});

test('an anonymous session after a refused proof tells so, in whatever order history comes', () => {
  const history = [event('rejected', 1), event('anonymous', 2)];
  expect(refusalBehind(panel('anonymous', history))?.reason).toBe('signature_invalid');
  expect(refusalBehind(panel('anonymous', history.toReversed()))?.reason).toBe('signature_invalid');
});

test('a refusal that was followed by a good proof is only history', () => {
  expect(refusalBehind(panel('verified', [event('rejected', 1), event('verified', 2)]))).toBeUndefined();
});

test('an anonymous session without a refusal is simply anonymous', () => {
  expect(refusalBehind(panel('anonymous', [event('anonymous', 1)]))).toBeUndefined();
});
