import type { JudgedRow } from './judge.js';

const width = 60;
const shortened = (text: string): string => (text.length > width ? `${text.slice(0, width - 1)}…` : text);

const said = ({ verdict, why }: JudgedRow): string =>
  verdict === 'exception' ? `stated exception: ${why}` : verdict;

/** A line for each row, and under a failure why. */
export function table(rows: readonly JudgedRow[]): string {
  const lines = rows.map((row) => {
    const count = `${row.tests.length} ${row.tests.length === 1 ? 'test' : 'tests'}`;
    const line = `${row.row.padEnd(4)} ${said(row).padEnd(5)} ${count.padEnd(9)} ${shortened(row.fact).padEnd(width)} ${row.by.join(', ')}`;
    return row.verdict === 'fail' ? `${line.trimEnd()}\n       ${row.why}` : line.trimEnd();
  });
  return lines.join('\n');
}

export function summary(rows: readonly JudgedRow[]): string {
  const count = (verdict: JudgedRow['verdict']) => rows.filter((row) => row.verdict === verdict).length;
  return `${rows.length} rows: ${count('pass')} pass, ${count('fail')} fail, ${count('exception')} stated exceptions`;
}
