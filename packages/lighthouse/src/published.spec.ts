import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { missed } from './goals.ts';
import { readFigures, withSection } from './publish.ts';
import { tableOf } from './table.ts';

const docs = fileURLToPath(new URL('../../../docs', import.meta.url));

test('what the benchmarks quote of Lighthouse is what was measured, and it misses nothing', () => {
  const figures = readFigures(docs);
  const text = readFileSync(`${docs}/benchmarks.md`, 'utf8');
  expect(withSection(text, tableOf(figures))).toBe(text);
  expect(missed(figures)).toEqual([]);
});
