import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seed } from '../test/seed.js';
import { respell } from './attacks/edit.js';
import { decodeInPlace, fromBase64url, isCanonicalBase64url, toBase64url } from './bytes.js';

const bytes = fc.uint8Array({ maxLength: 64 });

describe('base64url', () => {
  test('what was encoded decodes to the same bytes and is canonical', () => {
    fc.assert(
      fc.property(bytes, (some) => {
        const text = toBase64url(some);
        expect(isCanonicalBase64url(text)).toBe(true);
        expect(fromBase64url(text)).toEqual(some);
        expect(decodeInPlace(text)).toEqual(some);
      }),
      { seed },
    );
  });

  test('of all spellings of some bytes only one is canonical', () => {
    fc.assert(
      fc.property(bytes, (some) => {
        const other = respell(toBase64url(some));
        fc.pre(other !== undefined);
        expect(fromBase64url(other ?? '')).toEqual(some);
        expect(decodeInPlace(other ?? '')).toEqual(some);
        expect(isCanonicalBase64url(other ?? '')).toBe(false);
      }),
      { seed },
    );
  });

  test.each(['A', 'AAAAA', 'AA==', 'AAA=', 'A+==', 'AA/A', 'AA A', 'AAé'])('%s is not canonical', (text) =>
    expect(isCanonicalBase64url(text)).toBe(false),
  );
});
