import { describe, expect, test } from 'vitest';
import {
  askable,
  type ConversationFacts,
  mayAnswer,
  mayAssign,
  mayReach,
  mayTake,
  mayWrite,
} from './rules.js';

const waiting: ConversationFacts = { state: 'waiting', agent: null, verified: false };
const taken: ConversationFacts = { state: 'taken', agent: 'grace', verified: false };
const ended: ConversationFacts = { state: 'ended', agent: 'grace', verified: false };

describe('an agent', () => {
  test('takes what waits, and what is theirs already', () => {
    expect(mayTake(waiting, 'grace')).toBeUndefined();
    expect(mayTake(taken, 'grace')).toBeUndefined();
  });

  test('does not take what another has, nor what has ended', () => {
    expect(mayTake(taken, 'alan')).toBe('conversation_taken');
    expect(mayTake(ended, 'grace')).toBe('conversation_ended');
  });

  test('answers only in a conversation of their own that goes on', () => {
    expect(mayAnswer(taken, 'grace')).toBeUndefined();
    expect(mayAnswer(waiting, 'grace')).toBe('agent_not_assigned');
    expect(mayAnswer(taken, 'alan')).toBe('conversation_taken');
    expect(mayAnswer(ended, 'grace')).toBe('conversation_ended');
  });
});

describe('a conversation is given to another', () => {
  test('by whoever has it, while it goes on', () => {
    expect(mayAssign(taken, 'grace', false)).toBeUndefined();
    expect(mayAssign(taken, 'alan', false)).toBe('conversation_taken');
    expect(mayAssign(waiting, 'grace', false)).toBe('agent_not_assigned');
    expect(mayAssign(ended, 'grace', false)).toBe('conversation_ended');
  });

  test('by a lead, whoever has it', () => {
    expect(mayAssign(taken, 'alan', true)).toBeUndefined();
    expect(mayAssign(waiting, 'alan', true)).toBeUndefined();
    expect(mayAssign(ended, 'alan', true)).toBe('conversation_ended');
  });
});

describe('what an agent writes', () => {
  test.each([
    ['anonymous', undefined],
    ['verified', undefined],
    ['due', undefined],
    ['stale', 'identity_unconfirmed'],
    ['ended', 'identity_unconfirmed'],
    ['revoked', 'identity_unconfirmed'],
  ] as const)('to somebody who is %s: %s', (assurance, refusal) => {
    expect(mayReach({ assurance, offered: false }, false)).toBe(refusal);
    expect(mayReach({ assurance, offered: false }, true)).toBeUndefined();
  });

  test('waits, whatever the agent says, while the consumer has not said whether it was them', () => {
    expect(mayReach({ assurance: 'ended', offered: true }, true)).toBe('identity_unconfirmed');
  });
});

describe('an agent asks', () => {
  const here = { assurance: 'verified', offered: false } as const;
  const known = { ...taken, verified: true };

  test('an anonymous consumer to sign in, a known one to confirm it where that can be proven', () => {
    expect(askable(taken, { ...here, assurance: 'anonymous' }, true)).toBe('sign-in');
    expect(askable(known, here, true)).toBe('step-up');
    expect(askable(known, { ...here, assurance: 'stale' }, true)).toBe('step-up');
    expect(askable(known, here, false)).toBeNull();
  });

  test('nobody who is not there', () => {
    expect(askable(known, { ...here, assurance: 'ended' }, true)).toBeNull();
    expect(askable(known, { ...here, assurance: 'revoked' }, true)).toBeNull();
    expect(askable(taken, { assurance: 'ended', offered: true }, true)).toBeNull();
    expect(askable(ended, { ...here, assurance: 'anonymous' }, true)).toBeNull();
  });
});

describe('a consumer', () => {
  const known = { ...taken, verified: true };

  test.each([
    ['anonymous', 'anonymous', undefined],
    ['verified', 'anonymous', undefined],
    ['due', 'anonymous', undefined],
    ['verified', 'verified', undefined],
    ['due', 'verified', undefined],
    ['anonymous', 'verified', 'verification_required'],
    ['stale', 'anonymous', 'sending_held'],
    ['stale', 'verified', 'sending_held'],
    ['ended', 'anonymous', 'session_ended'],
    ['revoked', 'anonymous', 'session_ended'],
  ] as const)('who is %s where %s is enough: %s', (assurance, minimum, refusal) => {
    expect(mayWrite(waiting, assurance, minimum)).toBe(refusal);
    expect(mayWrite(undefined, assurance, minimum)).toBe(refusal);
  });

  test('never goes on anonymously in a conversation that was ever verified', () => {
    expect(mayWrite(known, 'anonymous', 'anonymous')).toBe('verification_required');
    expect(mayWrite(known, 'verified', 'anonymous')).toBeUndefined();
  });

  test('writes no more in a conversation that has ended', () => {
    expect(mayWrite(ended, 'verified', 'anonymous')).toBe('conversation_ended');
  });
});
