import type { Measured } from '../measure/rounds.js';

const NAME = 42;
const FIGURE = 12;

const FIGURES = ['per second', 'ratio', 'low', 'high', 'CPU µs'];

const count = (value: number): string => Math.round(value).toLocaleString('en-GB');
const part = (value: number): string => value.toFixed(2);

const line = (cells: readonly string[]): string =>
  cells.map((cell, at) => (at === 0 ? cell.padEnd(NAME) : cell.padStart(FIGURE))).join('');

const row = ({ name, perSecond, ratio, cpuMicros }: Measured): string =>
  line([
    name,
    count(perSecond.median),
    ...[ratio.median, ratio.low, ratio.high].map(part),
    cpuMicros ? count(cpuMicros.median) : '',
  ]).trimEnd();

/** Contenders, one to a line: how many a second, and what part of the first that is; each with its spread. */
export const tableOf = (title: string, measured: readonly Measured[]): string =>
  [`\n${title}`, `  ${line(['', ...FIGURES])}`, ...measured.map((one) => `  ${row(one)}`)].join('\n');

export const times = (atOnce: number): string => (atOnce === 1 ? 'one at a time' : `${atOnce} at once`);
