import { expect, test } from 'vitest';
import { adviceFor, safeReturn } from './problems';

test('each refusal says what to do', () => {
  for (const code of ['agent_not_invited', 'agent_domain_missing', 'agent_email_unproven', 'session_ended'])
    expect(adviceFor(code)?.todo).toMatch(/\.$/);
});

test('a code nobody knows is not repeated', () => {
  expect(JSON.stringify(adviceFor('<b>you won</b>'))).not.toContain('won');
  expect(adviceFor('constructor')?.title).toBe('The sign-in did not succeed.');
});

test('no code, no notice', () => {
  expect(adviceFor(undefined)).toBeNull();
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
