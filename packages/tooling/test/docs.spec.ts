import { afterEach, expect, test } from 'vitest';
import { docs } from '../src/check/docs.js';
import { type PlantedHouse, plant } from './planted-house.js';

let house: PlantedHouse | undefined;
afterEach(() => house?.tearDown());

const rooms = ['claims', 'contracts', 'protocol', 'database', 'chat-client'];
const security = (title: string) =>
  `# Security\n\n| threat | rule | test |\n| --- | --- | --- |\n| a | b | ${title} |\n`;
const fine: Record<string, string> = {
  'README.md': 'See [the rules](docs/security.md#threats) and [others](https://example.com).\n',
  'docs/guide/printed.md': 'As it is:\n\n```js file=../../packages/claims/a.mjs\nlet a = 1;\n```\n',
  'packages/claims/a.mjs': 'let a = 1;\n',
  'docs/security.md': security('a token of `kid` x is refused'),
  'packages/claims/src/a.spec.ts': "test('a token of `kid` x is refused', () => {});\n",
  ...Object.fromEntries(rooms.map((room) => [`packages/${room}/README.md`, `# ${room}\n`])),
};

test('a house whose documents hold passes', () => {
  house = plant(fine);
  expect(docs(house.root)).toEqual({ code: 0, output: '' });
});

test('a test that needs what is not everywhere keeps a promise as well', () => {
  const shown = "test.skipIf(!hasRedis)(\n  'a token of `kid` x is refused',\n  () => {},\n);\n";
  house = plant({ ...fine, 'packages/claims/src/a.spec.ts': shown });
  expect(docs(house.root)).toEqual({ code: 0, output: '' });
});

const planted = [
  ['a link that leads nowhere', { 'docs/guide/a.md': '[gone](../gone.md)\n' }, 'docs/guide/a.md: ../gone.md'],
  ['a README that nobody reads to its end', { 'README.md': 'line\n'.repeat(201) }, 'README.md: 201 lines'],
  ['a long README of a room', { 'packages/claims/README.md': 'line\n'.repeat(31) }, 'claims/README.md: 31'],
  ['a room without a README', { 'apps/api/package.json': '{}' }, 'apps/api/README.md is missing'],
  ['a promise no test keeps', { 'docs/security.md': security('nobody shows this') }, 'nobody shows this'],
  ['a fact of Google that stands nowhere', { 'apps/mock-idp/a.spec.ts': "test('G99: x')" }, 'G99'],
  [
    'a file that is printed otherwise',
    { 'docs/guide/a.md': '```js file=../b.mjs\nlet a = 2;\n```\n', 'docs/b.mjs': 'let a = 1;\n' },
    'docs/guide/a.md: ../b.mjs',
  ],
  [
    'a printed file that is not there',
    { 'docs/a.md': '```js file=b.mjs\nlet a;\n```\n' },
    'docs/a.md: b.mjs',
  ],
  ['a table that was not found', { 'docs/security.md': '# Security\n' }, 'promises nothing'],
] as const;

test.each(planted)('%s fails', (_, files, told) => {
  house = plant({ ...fine, ...files });
  const { code, output } = docs(house.root);
  expect(code).toBe(1);
  expect(output).toContain(told);
});
