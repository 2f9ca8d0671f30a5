import { describe, expect, test } from 'vitest';
import { type ConversationFacts, mayAnswer, mayTake, mayWrite } from './rules.js';

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
