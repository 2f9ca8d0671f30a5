import { describe, expect, test } from 'vitest';
import { factsFromPage, PAGE_VALUE_LIMIT } from './page.js';

const at = new Date('2026-11-23T12:00:00.000Z');
const shownFor = (value: string) => factsFromPage({ viewing: value }, at)[0]?.value;

describe('what the page says', () => {
  test.each(['✔ Verified by Larkspur', '🔒 ada@larkspur.example', '\u202eadA', 'A\u200bda', ''])(
    '%j is kept as it is, without a seal and named as of the page',
    (value) => {
      expect(factsFromPage({ name: value }, at)).toEqual([
        { name: 'name', value, sealed: false, provenance: { source: 'page', at: at.toISOString() } },
      ]);
    },
  );

  test('may be a number or a yes', () => {
    expect(factsFromPage({ cart_items: 3, logged_in: true }, at).map(({ value }) => value)).toEqual([
      3,
      true,
    ]);
  });

  test('is cut, between characters and never within one', () => {
    const cut = shownFor('🦊'.repeat(10_240));
    expect([...String(cut)]).toHaveLength(PAGE_VALUE_LIMIT);
    expect(String(cut).isWellFormed()).toBe(true);
    expect(String(cut).endsWith('🦊…')).toBe(true);
  });

  test('is not cut at the limit', () => {
    const exactly = 'x'.repeat(PAGE_VALUE_LIMIT);
    expect(shownFor(exactly)).toBe(exactly);
  });

  test('that no database stores is replaced', () => {
    expect(shownFor('a\u0000b\ud800c')).toBe('a\uFFFDb\uFFFDc');
  });
});
