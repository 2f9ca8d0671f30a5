import { expect, test } from 'vitest';
import { plotted } from './plot.js';

const plot = (name: string, values: readonly number[]) =>
  plotted({
    title: 'A title',
    unit: 'a second',
    groups: [{ name, bars: values.map((value) => ({ name, value })) }],
  });

const widths = (svg: string) =>
  [...svg.matchAll(/width="([\d.]+)" height="20"/g)].map(([, width]) => Number(width));

test('bars are as long as what they stand for', () => {
  const [first = 0, second = 0] = widths(plot('one', [100, 50]));
  expect(first).toBe(second * 2);
});

test('a plot of nothing but zeros is drawn', () => {
  expect(widths(plot('one', [0, 0]))).toEqual([0, 0]);
});

test('a name stays text', () => {
  expect(plot('<b>&', [1])).toContain('&lt;b&gt;&amp;');
  expect(plot('<b>&', [1])).not.toContain('<b>');
});

test('it is drawn for light ground and for dark', () => {
  expect(plot('one', [1])).toContain('prefers-color-scheme: dark');
});

test('the axis says what it counts, and in what', () => {
  const svg = plot('one', [950, 10]);
  for (const mark of ['>0<', '>200<', '>800<', '>a second<']) expect(svg).toContain(mark);
});
