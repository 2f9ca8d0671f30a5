import { type Draft, type IdentityState, initialIdentity } from '@countersign/chat-client';
import { expect, test } from 'vitest';
import { standingWords } from './standing-words';
import { draftWords, eventWords, fileWords, refusalWords } from './words';

const identity = (state: Partial<IdentityState>): IdentityState => ({ ...initialIdentity, ...state });
const draft = (state: Draft['state'], why: string | null = null): Draft => ({
  clientId: 'c',
  text: 'x',
  file: null,
  at: '2026-11-23T10:00:00Z',
  state,
  why,
  speaker: 's',
  family: 'f',
});

test('a proof that is renewed by itself is not spoken of', () => {
  expect(standingWords(identity({ phase: 'open', standing: 'due', renewal: 'asking' }))).toBeUndefined();
  expect(standingWords(identity({ phase: 'open', standing: 'verified' }))).toBeUndefined();
});

test('where nobody could get a new proof, its owner may ask for it', () => {
  expect(standingWords(identity({ phase: 'open', standing: 'due', renewal: 'failed' }))?.button).toBe(
    'Stay signed in',
  );
  expect(standingWords(identity({ phase: 'open', standing: 'stale', renewal: 'failed' }))?.button).toBe(
    'Try again',
  );
  expect(standingWords(identity({ phase: 'open', standing: 'stale', renewal: 'asking' }))?.button).toBeNull();
});

test('what is not sent says why', () => {
  expect(draftWords(draft('held'))).toBe('Waits until it is confirmed that it is you');
  expect(draftWords(draft('failed', 'The conversation has ended.'))).toBe(
    'Not sent. The conversation has ended.',
  );
});

test('a name in a sentence cannot turn the sentence', () => {
  const event = { kind: 'taken' as const, by: '\u202eroon' };
  expect(eventWords({ event } as Parameters<typeof eventWords>[0])).toBe('\u2068\u202eroon\u2069 joined');
});

test('a refusal is told without a code', () => {
  for (const reason of ['unreachable', 'signature_invalid', 'page_method_silent'] as const) {
    const { title, text } = refusalWords({ reason, attempt: null });
    expect(`${title} ${text}`).not.toMatch(/_|token|proof/);
  }
});

test('a file is told by its name, kept to itself, and its size', () => {
  expect(fileWords({ name: 'bill.pdf', bytes: 345_678 })).toBe('File: \u2068bill.pdf\u2069, 338 kB');
  expect(fileWords({ name: 'bill.pdf', bytes: 2_516_582 })).toBe('File: \u2068bill.pdf\u2069, 2.4 MB');
});
