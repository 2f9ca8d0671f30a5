import { expect, test } from 'vitest';
import { aliasesOf, emailAuthorityOf } from './google.js';

test.each(['https://accounts.google.com', 'http://localhost:4000/google', 'http://idp:4000/google'])(
  '%s vouches as Google does',
  (issuer) => expect(emailAuthorityOf(issuer)).toBe('google'),
);

test.each([
  'https://login.larkspur.example',
  'https://login.larkspur.example/google',
  'https://accounts.google.com.attacker.example',
  'https://accounts.google.com/',
  'http://localhost:4000/larkspur',
])('%s vouches for its own people', (issuer) => expect(emailAuthorityOf(issuer)).toBe('own'));

test('only Google has a second name', () => {
  expect(aliasesOf('https://accounts.google.com')).toEqual(['accounts.google.com']);
  expect(aliasesOf('http://localhost:4000/google')).toEqual([]);
});
