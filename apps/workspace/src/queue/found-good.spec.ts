import { expect, test } from 'vitest';
import { wordsOf } from '../words/languages';
import { foundGood } from './found-good';

test('of what customers thought the share of good and very good is told, and nothing where nobody has said', () => {
  expect(foundGood({ rated: 34, scores: [1, 2, 3, 12, 16] })).toBeCloseTo(28 / 34);
  expect(foundGood({ rated: 0, scores: [0, 0, 0, 0, 0] })).toBeUndefined();
});

test('it is one sentence, with its numbers as the language writes them', () => {
  expect(wordsOf('en').queue.foundGood(28 / 34, 34, 30)).toBe(
    'Found good or very good by 82% of 34 in the last 30 days',
  );
  const arabic = wordsOf('ar').queue.foundGood(28 / 34, 34, 30);
  expect(arabic).toContain(new Intl.NumberFormat('ar', { style: 'percent' }).format(28 / 34));
  expect(arabic).toContain('يومًا');
});
