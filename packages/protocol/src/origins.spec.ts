import { describe, expect, test } from 'vitest';
import { isOriginPattern, originAllowed } from './origins.js';

describe('an entry of the list', () => {
  test.each(['https://shop.example', 'https://shop.example:8443', 'https://*.shop.example'])(
    '%s may stand there',
    (entry) => expect(isOriginPattern(entry, { loopback: false })).toBe(true),
  );

  test.each([
    'null',
    '*',
    'https://*',
    'https://*.example',
    'https://shop.*.example',
    'https://*shop.example',
    'http://shop.example',
    'https://shop.example/',
    'https://shop.example/chat',
    'https://Shop.example',
    'https://ada@shop.example',
    'javascript://shop.example',
  ])('%s may not', (entry) => expect(isOriginPattern(entry, { loopback: true })).toBe(false));

  test.each(['http://localhost:4200', 'http://127.0.0.1:4200', 'http://larkspur.localhost:4200'])(
    '%s may stand there only where loopback is allowed',
    (entry) => {
      expect(isOriginPattern(entry, { loopback: true })).toBe(true);
      expect(isOriginPattern(entry, { loopback: false })).toBe(false);
    },
  );
});

describe('the origin of a page', () => {
  const list = ['https://shop.example', 'https://*.brand.example'];

  test.each(['https://shop.example', 'https://www.brand.example'])('%s is in the list', (origin) =>
    expect(originAllowed(origin, list)).toBe(true),
  );

  test.each([
    'null',
    '',
    'http://shop.example',
    'https://shop.example:444',
    'https://shop.example.attacker.example',
    'https://notshop.example',
    'https://brand.example',
    'https://.brand.example',
    'https://a.b.brand.example',
    'https://attackerbrand.example',
    'https://attacker.example/.brand.example',
    'http://www.brand.example',
  ])('%s is not', (origin) => expect(originAllowed(origin, list)).toBe(false));

  test('an empty list admits nobody', () => expect(originAllowed('https://shop.example', [])).toBe(false));
});

test('a page without an origin of its own is let in by no list', () => {
  expect(originAllowed('null', ['null'])).toBe(false);
});
