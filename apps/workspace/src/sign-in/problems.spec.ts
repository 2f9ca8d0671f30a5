import { expect, test } from 'vitest';
import { wordsOf } from '../words/languages';
import { isCalm, knownProblem, safeReturn } from './problems';

test('each refusal says what to do', () => {
  for (const { todo } of Object.values(wordsOf('en').signIn.problems)) expect(todo).toMatch(/\.$/);
});

test('a code nobody knows is not repeated', () => {
  expect(knownProblem('<b>you won</b>')).toBe('agent_sign_in_failed');
  expect(knownProblem('constructor')).toBe('agent_sign_in_failed');
});

test('what was meant is no warning', () => {
  expect(isCalm('signed_out')).toBe(true);
  expect(isCalm('agent_removed')).toBe(false);
});

test('no code, no notice', () => {
  expect(knownProblem(undefined)).toBeNull();
});

test.each([
  'https://evil.example',
  '//evil.example',
  '/\\evil.example',
  'javascript:alert(1)',
  '/sign-in',
  '/a?b=//c',
])('a return to %s leads to the start', (path) => {
  expect(safeReturn(path)).toBe('/');
});

test('a return to a conversation is kept', () => {
  expect(safeReturn('/conversations/0190a000-0000-7000-8000-000000000001')).toBe(
    '/conversations/0190a000-0000-7000-8000-000000000001',
  );
});
