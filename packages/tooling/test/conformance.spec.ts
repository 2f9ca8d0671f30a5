import { expect, test } from 'vitest';
import { judge, readExceptions, readFacts, readReport, summary, table } from '../src/conformance/index.js';

const facts = [
  { row: 'G1', fact: 'the first' },
  { row: 'G2', fact: 'the second' },
];
const passed = (title: string) => ({ title, status: 'passed' });
const verdicts = (rows: ReturnType<typeof judge>) => rows.map(({ verdict }) => verdict);

test('a row passes when all of its tests do, and says whose client saw it', () => {
  const rows = judge(facts, [passed('G1: a (jose)'), passed('G1, G2: b (raw HTTP)')], []);
  expect(verdicts(rows)).toEqual(['pass', 'pass']);
  expect(rows[0]?.by).toEqual(['jose', 'raw HTTP']);
});

test('a row of which one test fails fails, and names it', () => {
  const rows = judge(facts, [passed('G1: a'), { title: 'G1: b', status: 'failed' }, passed('G2: c')], []);
  expect(verdicts(rows)).toEqual(['fail', 'pass']);
  expect(rows[0]?.why).toBe('G1: b');
});

test('a row without a test fails, and so does one whose tests were skipped', () => {
  const rows = judge(facts, [{ title: 'G1: a', status: 'skipped' }, passed('G22: another row')], []);
  expect(verdicts(rows)).toEqual(['fail', 'fail']);
  expect(rows[1]?.why).toBe('no test shows it');
});

test('a stated exception is no failure, unless its tests pass', () => {
  const stated = [{ row: 'G1', reason: 'only the live service can show it' }];
  expect(verdicts(judge(facts, [passed('G2: a')], stated))).toEqual(['exception', 'pass']);
  expect(verdicts(judge(facts, [passed('G1: a'), passed('G2: a')], stated))).toEqual(['fail', 'pass']);
});

test('four exceptions are too many, and one for no row is an error', () => {
  const four = ['G1', 'G2', 'G1', 'G2'].map((row) => ({ row, reason: 'because' }));
  expect(() => judge(facts, [], four)).toThrow(/at most 3/);
  expect(() => judge(facts, [], [{ row: 'G9', reason: 'because' }])).toThrow(/G9/);
});

test('an exception without a reason is refused', () => {
  expect(() => readExceptions('[{"row":"G1","reason":" "}]')).toThrow(/reason/);
  expect(() => readExceptions('{}')).toThrow(/list/);
});

test('the document has every row', () => {
  const text = '| G1 | one | sure |\n| G2 | a `b` | likely |\n';
  expect(readFacts(text, 2)).toEqual([
    { row: 'G1', fact: 'one' },
    { row: 'G2', fact: 'a `b`' },
  ]);
  expect(() => readFacts(text, 3)).toThrow(/G3/);
});

test('a file that broke before its first test is an error of the run', () => {
  const file = { name: 'a.spec.ts', status: 'failed', message: 'no import', assertionResults: [] };
  expect(() => readReport(JSON.stringify({ testResults: [file] }))).toThrow(
    /a\.spec\.ts did not run: no import/,
  );
});

test('the table has a line for each row, and the sum at its end', () => {
  const rows = judge(facts, [passed('G1: a (jose)')], []);
  expect(table(rows).split('\n')).toHaveLength(3);
  expect(summary(rows)).toBe('2 rows: 1 pass, 1 fail, 0 stated exceptions');
});
