import { expect, test } from 'vitest';
import { addressWith } from './address.js';

test('members are added in their order, encoded, and the address stays as it was registered', () => {
  const entries = [
    ['state', 'a b'],
    ['code', '4/0A'],
  ] as const;
  expect(addressWith('https://shop.example', entries)).toBe('https://shop.example?state=a%20b&code=4%2F0A');
  expect(addressWith('https://shop.example/?x=%20', entries)).toBe(
    'https://shop.example/?x=%20&state=a%20b&code=4%2F0A',
  );
});
