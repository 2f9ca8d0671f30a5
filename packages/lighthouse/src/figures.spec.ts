import { describe, expect, test } from 'vitest';
import { costOf, type Figures, median, type Part, type Source, scoresOf, type Visit } from './figures.ts';
import { missed } from './goals.ts';
import { withSection } from './publish.ts';

const source: Source = {
  date: '2026-01-01',
  cpu: 'some processor',
  cores: 2,
  memoryGb: 24,
  load: 0,
  browser: 'Chrome/1',
  lighthouse: '1',
  rounds: 5,
};
const visit = (tbt: number, more: Partial<Visit> = {}): Visit => ({
  lcp: 100,
  tbt,
  cls: 0,
  short: [],
  ...more,
});
const figures = (part: Omit<Part, 'source'>): Figures => ({ widget: { source, ...part } });

describe('figures of visits', () => {
  test('the middle of an odd number is one of them, of an even number lies between two', () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 2, 3])).toBe(2.5);
    expect(median([])).toBeNaN();
  });

  test('what the widget costs is taken within a round, so that a slow round costs both', () => {
    const cost = costOf([visit(910), visit(15), visit(12)], [visit(900), visit(5), visit(2)]);
    expect(cost.delta.tbt).toBe(10);
  });

  test('what was short in one visit is told once', () => {
    const short = ['Buttons have a name'];
    const scores = scoresOf('a page', 'at a desk', [
      visit(0, { accessibility: 98, short }),
      visit(0, { short }),
    ]);
    expect(scores.short).toEqual(short);
  });
});

describe('what is wanted', () => {
  const full = { page: 'a page', seen: 'at a desk', accessibility: 100, bestPractices: 100, short: [] };

  test('a score below 100 is missed, with what keeps it there', () => {
    const low = { ...full, accessibility: 98, short: ['Buttons have a name'] };
    expect(missed(figures({ scores: [low] }))).toEqual([
      'a page: accessibility is 98, wanted 100.\n    Buttons have a name',
    ]);
    expect(missed(figures({ scores: [full] }))).toEqual([]);
  });

  test('a score that could not be had is missed', () => {
    expect(missed(figures({ scores: [{ ...full, bestPractices: Number.NaN }] }))).toHaveLength(1);
  });

  test('a widget that blocks for more than 20 ms, or shifts the page, is missed', () => {
    const cost = (tbt: number, cls: number) =>
      costOf([visit(tbt, { cls }), visit(tbt, { cls })], [visit(0), visit(0)]);
    expect(missed(figures({ scores: [], cost: cost(20, 0) }))).toEqual([]);
    expect(missed(figures({ scores: [], cost: cost(21, 0) }))).toHaveLength(1);
    expect(missed(figures({ scores: [], cost: cost(0, 0.01) }))).toHaveLength(1);
  });
});

test('a section is put where it is marked, and done twice it is done once', () => {
  const text = 'Before.\n<!-- lighthouse -->\nold\n<!-- /lighthouse -->\nAfter.\n';
  const once = withSection(text, 'new $1');
  expect(once).toBe(text.replace('old', () => 'new $1'));
  expect(withSection(once, 'new $1')).toBe(once);
});
