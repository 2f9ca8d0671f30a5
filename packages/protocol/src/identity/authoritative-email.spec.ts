import { expect, test } from 'vitest';
import { isAuthoritativeEmail } from './authoritative-email.js';

const vouched = (email: string, authority: 'google' | 'own', hd?: string) =>
  isAuthoritativeEmail({ email, email_verified: true, ...(hd === undefined ? {} : { hd }) }, authority);

test('Google vouches for its own mail and for managed accounts, and for no address it merely checked', () => {
  expect(vouched('ada@gmail.com', 'google')).toBe(true);
  expect(vouched('Ada@GoogleMail.com', 'google')).toBe(true);
  expect(vouched('ada@corp.example', 'google', 'corp.example')).toBe(true);
  expect(vouched('ada@corp.example', 'google')).toBe(false);
});

test('another issuer vouches for its own people, and not for mail of Google, whatever it says of `hd`', () => {
  expect(vouched('ada@corp.example', 'own')).toBe(true);
  expect(vouched('ada@gmail.com', 'own')).toBe(false);
  expect(vouched('ada@gmail.com', 'own', 'gmail.com')).toBe(false);
});

test.each(['google', 'own'] as const)('nobody vouches for what is not verified (%s)', (authority) => {
  for (const email_verified of [false, undefined])
    expect(isAuthoritativeEmail({ email: 'ada@gmail.com', email_verified, hd: 'a.example' }, authority)).toBe(
      false,
    );
  expect(isAuthoritativeEmail({ email_verified: true, hd: 'a.example' }, authority)).toBe(false);
});

test('an address that only ends like Google’s is not Google’s', () => {
  expect(vouched('ada@notgmail.com', 'google')).toBe(false);
  expect(vouched('ada@gmail.com.attacker.example', 'google')).toBe(false);
});
