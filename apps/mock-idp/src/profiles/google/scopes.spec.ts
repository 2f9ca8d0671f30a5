import { expect, test } from 'vitest';
import { expanded, spelledOut } from './scopes.js';

test('the callback spells scopes out under both names', () => {
  expect(spelledOut('openid profile')).toBe(
    'profile https://www.googleapis.com/auth/userinfo.profile openid',
  );
});

test('the token endpoint knows the long names alone', () => {
  expect(expanded('openid email')).toBe('openid https://www.googleapis.com/auth/userinfo.email');
});
