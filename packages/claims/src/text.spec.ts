import { expect, test } from 'vitest';
import { factSet } from './facts/catalogue.js';
import { pageFacts } from './page.js';
import { isStorable, storable } from './text.js';

test.each(['a\u0000b', 'a\ud83d', '\udc00a'])('a database cannot keep %j, but what stands for it', (text) => {
  expect(isStorable(text)).toBe(false);
  expect(isStorable(storable(text))).toBe(true);
});

test('a text that is whole stays as it is', () => {
  for (const text of ['', 'Ada', '👩‍🚀', '\u202eada', 'a\nb']) expect(storable(text)).toBe(text);
});

test('a page’s value keeps what can be kept, for nobody answers its author', () => {
  expect(pageFacts.parse({ viewing: 'a\u0000b' })).toEqual({ viewing: 'a\uFFFDb' });
});

test('a fact of the brand’s server is refused with its name, for its author reads the answer', () => {
  const result = factSet.safeParse({ account_number: 'LK\u0000' });
  expect(result.error?.issues.map(({ path }) => path.join('.'))).toEqual(['account_number']);
});
