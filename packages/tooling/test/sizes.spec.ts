import { afterEach, expect, test } from 'vitest';
import { sizes } from '../src/check/sizes.js';
import { type PlantedHouse, plant } from './planted-house.js';

let house: PlantedHouse | undefined;
afterEach(() => house?.tearDown());

const lines = (count: number, line: string) => `${line}\n`.repeat(count);

const planted = [
  ['a file', 'apps/api/src/long.ts', lines(301, 'one();'), 'files, longest'],
  ['a test file', 'apps/api/test/long.test.ts', lines(301, 'one();'), 'tests, longest'],
  [
    'a function',
    'packages/claims/src/long.ts',
    `function long() {\n${lines(59, '  one();')}}\n`,
    'functions, longest',
  ],
] as const;

test.each(planted)('%s that is a line too long is named, with the budget', (_, file, text, budget) => {
  house = plant({ [file]: text });
  const { code, output } = sizes(false, house.root);
  expect(code).toBe(1);
  expect(output).toContain(budget);
  expect(output).toContain(file);
  expect(output).toContain('more than one thing');
});

test('what fits is not told', () => {
  house = plant({ 'apps/api/src/short.ts': lines(60, 'one();') });
  expect(sizes(false, house.root).output).not.toMatch(/files|tests|functions/);
});

test('comments and empty lines cost nothing', () => {
  house = plant({ 'apps/api/src/told.ts': `${lines(300, '// why')}${lines(300, '')}one();\n` });
  expect(sizes(false, house.root).output).not.toMatch(/files, longest/);
});
