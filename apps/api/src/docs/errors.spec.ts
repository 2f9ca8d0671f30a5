import { readFileSync } from 'node:fs';
import { rejectionReasons } from '@countersign/claims';
import { problems } from '@countersign/contracts';
import { hintFor } from '@countersign/protocol';
import { expect, test } from 'vitest';

const document = readFileSync(new URL('../../../../docs/errors.md', import.meta.url), 'utf8');
const [, listed = '', reasons = ''] = document.split(/^## /m);

const rowsOf = (part: string): string[][] =>
  part
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => line.slice(2, -2).split(' | '));

test('docs/errors.md lists every problem the service can answer, and no other', () => {
  const known = Object.entries(problems).map(([code, [status, title]]) => [
    `\`${code}\``,
    `${status}`,
    title,
  ]);
  expect(rowsOf(listed)).toEqual(known);
});

test('docs/errors.md lists every reason of a refused proof with its hint, and no other', () => {
  const known = Object.entries(rejectionReasons).map(([reason, sentence]) => [
    `\`${reason}\``,
    sentence,
    hintFor(reason as keyof typeof rejectionReasons) ?? '',
  ]);
  expect(rowsOf(reasons).map((row) => row.map((cell) => cell.trim()))).toEqual(known);
});
