export { type JudgedRow, judge, type RanTest } from './judge.js';
export { readExceptions, readFacts, readReport } from './read.js';
export { summary, table } from './table.js';
