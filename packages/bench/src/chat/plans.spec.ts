import { expect, test } from 'vitest';
import { findingsIn, type Node } from './plans.js';

const large = new Set(['messages_3']);
const faults = (Plan: Node) => findingsIn([{ 'Query Text': 'SELECT 1', Plan }], large)[0]?.faults;

test('a large table that is read from end to end is a fault, a small one is none', () => {
  const scan = (relation: string, loops = 1): Node => ({
    'Node Type': 'Seq Scan',
    'Relation Name': relation,
    'Actual Loops': loops,
  });
  expect(faults(scan('messages_3'))).toEqual(['reads all of messages_3']);
  expect(faults(scan('brands'))).toEqual([]);
  expect(faults(scan('messages_3', 0))).toEqual([]);
});

test('a sort of many rows is a fault wherever it stands in the plan', () => {
  const sort = (rows: number): Node => ({ 'Node Type': 'Sort', 'Actual Rows': rows, 'Actual Loops': 1 });
  expect(faults({ 'Node Type': 'Limit', 'Actual Loops': 1, Plans: [sort(20_000)] })).toEqual([
    'sorts 20000 rows',
  ]);
  expect(faults({ 'Node Type': 'Limit', 'Actual Loops': 1, Plans: [sort(33)] })).toEqual([]);
});

test('an index that finds many rows to throw away is a fault', () => {
  const way = { 'Node Type': 'Index Scan', 'Relation Name': 'messages_3', 'Index Name': 'messages_3_pkey' };
  expect(faults({ ...way, 'Actual Loops': 100, 'Rows Removed by Filter': 69 })).toEqual([
    'passes over 6900 rows of messages_3',
  ]);
});

test('a statement that was run often is told once, with every way it went', () => {
  const way = (index: string): Node => ({
    'Node Type': 'Index Scan',
    'Relation Name': 'messages_3',
    'Index Name': index,
  });
  const [finding] = findingsIn(
    ['one', 'one', 'other'].map((index) => ({ 'Query Text': 'SELECT\n  1', Plan: way(index) })),
    large,
  );
  expect(finding).toMatchObject({ statement: 'SELECT 1', times: 3 });
  expect(finding?.ways).toEqual(['Index Scan one', 'Index Scan other']);
});
