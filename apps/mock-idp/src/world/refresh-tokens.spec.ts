import { expect, test } from 'vitest';
import { Clock } from '../clock/index.js';
import { type RefreshToken, RefreshTokens } from './refresh-tokens.js';

const token = (value: string, more: Partial<RefreshToken> = {}): RefreshToken => ({
  value,
  grantId: `grant of ${value}`,
  clientId: 'shop',
  subject: 'ada',
  scope: 'openid',
  authTime: undefined,
  until: undefined,
  idleSeconds: 100,
  ...more,
});

test('of more than a hundred for one person and client the oldest ends without a word', () => {
  const tokens = new RefreshTokens(new Clock());
  for (let number = 1; number <= 100; number += 1) tokens.put(token(`1//${number}`), 100);
  tokens.put(token('1//other', { subject: 'ben' }), 100);
  expect(tokens.find('1//1')).toMatchObject({ value: '1//1' });
  tokens.put(token('1//101'), 100);
  expect([tokens.find('1//1'), tokens.find('1//none')]).toEqual(['dead', undefined]);
  for (const value of ['1//2', '1//101', '1//other']) expect(tokens.find(value)).toMatchObject({ value });
});

test('being unused is counted from the last use, by the clock', () => {
  const clock = new Clock();
  clock.freeze();
  const tokens = new RefreshTokens(clock);
  tokens.put(token('1//a'), 100);
  clock.advance(99);
  tokens.touch('1//a');
  clock.advance(99);
  expect(tokens.find('1//a')).toMatchObject({ value: '1//a' });
  clock.advance(1);
  expect(tokens.find('1//a')).toBe('dead');
});
