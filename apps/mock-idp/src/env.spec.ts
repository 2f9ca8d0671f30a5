import { expect, test } from 'vitest';
import { controlIsOpen, readConfig } from './env.js';

test('an empty environment is enough', () => {
  expect(readConfig({})).toMatchObject({ PORT: 4000, LOG_LEVEL: 'info' });
});

test('a public address loses its trailing slash', () => {
  expect(readConfig({ PUBLIC_URL: 'https://idp.example/' }).PUBLIC_URL).toBe('https://idp.example');
});

test('everything that is wrong is named at once', () => {
  expect(() => readConfig({ PORT: 'many', PUBLIC_URL: 'here' })).toThrow(
    /PORT[\s\S]*PUBLIC_URL|PUBLIC_URL[\s\S]*PORT/,
  );
});

test.each([
  [{}, true],
  [{ NODE_ENV: 'production' }, false],
  [{ NODE_ENV: 'production', MOCK_IDP_CONTROL: 'on' }, true],
  [{ MOCK_IDP_CONTROL: 'off' }, false],
  [{ NODE_ENV: 'production', MOCK_IDP_CONTROL: 'anywhere' }, 'anywhere'],
])('with %j control is open: %s', (environment, open) => {
  expect(controlIsOpen(readConfig(environment))).toBe(open);
});
