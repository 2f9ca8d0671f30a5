import type { Row } from './ledger.js';

const secondsOf = (ms: number): string => `${(ms / 1_000).toFixed(1)} s`;

const columns: readonly (readonly [string, (row: Row) => string | number])[] = [
  ['fault', ({ fault }) => fault],
  ['s', ({ seconds }) => Math.round(seconds)],
  ['sent', ({ sent }) => sent],
  ['acked', ({ acknowledged }) => acknowledged],
  ['refused', ({ refused }) => refused],
  ['stored', ({ stored }) => stored],
  ['seen', ({ seen }) => seen],
  ['lost', ({ lost }) => lost],
  ['doubled', ({ doubled }) => doubled],
  ['disorder', ({ disordered }) => disordered],
  ['crashes', ({ crashes }) => crashes],
  ['gap', ({ longestGapMs }) => secondsOf(longestGapMs)],
  ['wait', ({ longestWaitMs }) => secondsOf(longestWaitMs)],
];

const WIDTH = 9;
const FIRST = 16;

const cell = (value: string | number, at: number): string =>
  at === 0 ? String(value).padEnd(FIRST) : String(value).padStart(WIDTH);

export const heading = (): string => columns.map(([name], at) => cell(name, at)).join('');
export const lineOf = (row: Row): string => columns.map(([, of], at) => cell(of(row), at)).join('');
