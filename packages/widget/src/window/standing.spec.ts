import { type IdentityState, initialIdentity } from '@countersign/chat-client/identity';
import { expect, test } from 'vitest';
import { standingWords } from './standing.js';

const at = (standing: IdentityState['standing'], renewal: IdentityState['renewal'], interactive = false) =>
  standingWords({
    ...initialIdentity,
    phase: 'open',
    standing,
    renewal,
    config: { connection: { interactive } } as IdentityState['config'],
    session: { holdsUntil: 'held', graceUntil: 'grace' } as IdentityState['session'],
  });

test('nothing is said while a proof holds, or is renewed by itself', () => {
  for (const renewal of ['none', 'asking', 'failed'] as const) {
    expect(at('verified', renewal)).toBeUndefined();
    expect(at('due', renewal)).toBeUndefined();
  }
  expect(at('anonymous', 'none')).toBeUndefined();
});

test('where it takes a click, the consumer is asked to stay signed in, and may call it off while it is under way', () => {
  expect(at('due', 'click', true)).toEqual({
    words: 'Your sign-in ends soon.',
    until: 'held',
    button: 'Stay signed in',
  });
  expect(at('due', 'asking', true)).toMatchObject({ button: 'Cancel' });
});

test('in the grace it is told what waits, and until when', () => {
  expect(at('stale', 'none')).toEqual({
    words: 'We need to confirm it is still you. What you write waits.',
    until: 'grace',
    button: 'Confirm it is me',
  });
  expect(at('stale', 'asking')?.button).toBeNull();
  expect(at('stale', 'failed')?.button).toBe('Try again');
});
