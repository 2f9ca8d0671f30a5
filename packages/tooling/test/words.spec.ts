import { expect, test } from 'vitest';
import { wordsIn } from '../src/check/words.js';

const env = ['process', 'env'].join('.');
const refused = [
  ['apps/api/src/facts/facts.service.ts', `const key = ${env}['KEY'];`, 'only env.ts reads the environment'],
  ['apps/api/src/facts/facts.service.ts', "await fetch('https://idp.example');", 'only an outbound client'],
  ['packages/tooling/src/run/start.ts', `const key = ${env}['KEY'];`, 'only env.ts reads the environment'],
  ['apps/api/src/facts/facts.service.ts', `${'con'}${'sole'}.log(proof);`, 'a token or a person'],
  ['packages/claims/src/a.ts', `const x = y as ${'any'};`, 'says nothing'],
  ['packages/claims/src/a.spec.ts', `test.${'only'}('x', () => {});`, 'does not run'],
  ['e2e/journeys/a.spec.ts', `await page.waitFor${'Timeout'}(100);`, 'flaky'],
  ['packages/claims/src/a.ts', `// ${'TO'}${'DO'}: later`, 'said in the docs'],
  [
    'packages/tooling/bin/a.mjs',
    `const from = 'https://registry.${'npmjs'}.org';`,
    'a registry of their own',
  ],
] as const;

test.each(refused)('%s may not say: %s', (path, line, why) => {
  expect(wordsIn(path, line).join('\n')).toContain(why);
});

const allowed = [
  ['apps/api/src/config/env.ts', `read(${env});`],
  ['apps/api/src/main.ts', `read(${env});`],
  ['apps/api/src/outbound/jwks.client.ts', "await fetch('https://idp.example');"],
  ['apps/api/src/outbound/kept.ts', 'const fetched = await fetch();'],
  ['packages/claims/src/a.ts', `// Whether there is any: ${'any'} will do`],
] as const;

test.each(allowed)('%s may say: %s', (path, line) => {
  expect(wordsIn(path, line)).toEqual([]);
});
