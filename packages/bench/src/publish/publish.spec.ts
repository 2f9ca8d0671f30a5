import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { Figures } from '../report/figures.js';
import { withParts } from './marked.js';
import { mergedInto, quotesOf, readFigures } from './publish.js';

const docs = (name: string) => fileURLToPath(new URL(`../../../../docs/${name}`, import.meta.url));
const machine = (date: string): Figures['machine'] => ({
  node: 'v24.0.0',
  openssl: '3',
  cpu: 'some processor',
  cores: 2,
  memoryGb: 24,
  platform: 'linux x64',
  load: 0,
  date,
});
const plans = { stored: 10, findings: [] };
const processes = { cores: 2, absent: 'no Redis' };

test.each(['benchmarks.md', 'scale.md'])('what %s quotes is what was measured', (name) => {
  const figures = readFigures(docs('benchmarks'));
  expect(existsSync(docs(name))).toBe(true);
  const text = readFileSync(docs(name), 'utf8');
  expect(figures ? withParts(text, quotesOf(figures)) : text).toBe(text);
});

test('a part that was run alone takes the place of its own, and the others say where they come from', () => {
  const before: Figures = { machine: machine('2026-01-01'), quick: false, plans, processes };
  const now: Figures = {
    machine: machine('2026-02-02'),
    quick: false,
    processes: { ...processes, cores: 8 },
  };
  const merged = mergedInto(before, now);
  expect(merged).toEqual({ ...now, plans, taken: { plans: before.machine } });
  const again = mergedInto(merged, { ...now, machine: machine('2026-03-03') });
  expect(again.taken).toEqual({ plans: before.machine });
  expect(mergedInto(merged, { ...now, plans }).taken).toBeUndefined();
});

test('a part that was not measured leaves what is quoted of it as it is', () => {
  const quotes = quotesOf({ machine: machine('2026-01-01'), quick: false, processes });
  expect(Object.keys(quotes)).toEqual(['source', 'goals', 'processes']);
  expect(quotes.source).toContain('2026-01-01');
});
