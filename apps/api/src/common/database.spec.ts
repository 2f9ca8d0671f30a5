import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const SOURCE = fileURLToPath(new URL('..', import.meta.url));
const repositories = globSync('**/*.repository.ts', { cwd: SOURCE });
const lines = repositories.flatMap((file) =>
  readFileSync(`${SOURCE}/${file}`, 'utf8')
    .split('\n')
    .map((line, at) => ({ where: `${file}:${at + 1}`, line })),
);

test('outside a transaction one row is asked for by findFirst: Prisma answers findUnique for several brands at once', () => {
  expect(repositories.length).toBeGreaterThan(25);
  const asked = lines.filter(({ line }) => line.includes('.findUnique'));
  expect(asked.filter(({ line }) => !/\btx\.\w+\.findUnique/.test(line))).toEqual([]);
});
