import { afterAll, beforeAll, expect, test } from 'vitest';
import { boundaries } from '../src/check/boundaries.js';
import { type PlantedHouse, plant } from './planted-house.js';

const houses: PlantedHouse[] = [];
afterAll(() => {
  for (const house of houses) house.tearDown();
});
function build(files: Readonly<Record<string, string>>): string {
  const house = plant(files);
  houses.push(house);
  return house.root;
}

type Planted = {
  what: string;
  file: string;
  text: string;
  rule: string;
  because: string;
  beside?: Record<string, string>;
};
const CRUISE_MS = 30_000;

const planted: readonly Planted[] = [
  {
    what: 'the widget imports the database',
    file: 'packages/widget/src/planted.ts',
    text: "export { planted } from '../../database/src/index.js';\n",
    rule: 'the-widget-reaches-the-service-only',
    because: 'What a consumer loads must not carry the database',
  },
  {
    what: 'the stand-in imports the code it tests',
    file: 'apps/mock-idp/src/http/planted.ts',
    text: "export { planted } from '../../../../packages/protocol/src/index.js';\n",
    rule: 'the-stand-in-is-not-its-own-judge',
    because: 'it would make the same mistake and nobody would see',
  },
  {
    what: 'a controller imports a repository of another module',
    file: 'apps/api/src/facts/facts.controller.ts',
    text: "export { planted } from '../brands/brands.repository.js';\n",
    beside: { 'apps/api/src/brands/brands.repository.ts': 'export const planted = 1;\n' },
    rule: 'rooms-have-doors',
    because: 'One module enters another through its index.ts',
  },
  {
    what: 'a service imports the database',
    file: 'apps/api/src/facts/facts.service.ts',
    text: "export { planted } from '../../../../packages/database/src/index.js';\n",
    rule: 'repositories-remember',
    because: 'Only a repository speaks to the database',
  },
  {
    what: 'a core package imports a Node built-in',
    file: 'packages/claims/src/planted.ts',
    text: "export { readFileSync } from 'node:fs';\n",
    rule: 'core-is-pure',
    because: 'no framework, no database and no Node built-in',
  },
  {
    what: 'a core package imports a framework',
    file: 'packages/protocol/src/planted.ts',
    text: "export { Injectable } from '@nestjs/common';\n",
    rule: 'core-is-pure',
    because: 'time and randomness are arguments',
  },
  {
    what: 'an app imports an app',
    file: 'apps/workspace/src/planted.ts',
    text: "export { planted } from '../../api/src/planted.js';\n",
    beside: { 'apps/api/src/planted.ts': 'export const planted = 1;\n' },
    rule: 'no-app-imports-an-app',
    because: 'Apps meet over the wire',
  },
  {
    what: 'a service calls out by itself',
    file: 'apps/api/src/calls/calls.service.ts',
    text: "export { request } from 'undici';\n",
    rule: 'clients-touch-the-network',
    because: 'Only an outbound client calls out',
  },
  {
    what: 'the API imports the bench',
    file: 'apps/api/src/facts/planted.ts',
    text: "export { planted } from '../../../../packages/bench/src/planted.js';\n",
    beside: { 'packages/bench/src/planted.ts': 'export const planted = 1;\n' },
    rule: 'rivals-stay-in-the-bench',
    because: 'nobody who runs the service installs a rival',
  },
  {
    what: 'the rules import a rival',
    file: 'packages/protocol/src/rival.ts',
    text: "export { createVerifier } from 'fast-jwt';\n",
    rule: 'rivals-stay-in-the-bench',
    because: 'What we are compared with lives in the bench',
  },
  {
    what: 'two files need each other',
    file: 'packages/claims/src/one.ts',
    text: "import { two } from './two.js';\nexport const one = () => two;\n",
    beside: {
      'packages/claims/src/two.ts': "import { one } from './one.js';\nexport const two = () => one;\n",
    },
    rule: 'no-circles',
    because: 'Two files that need each other are one file',
  },
];

let found: Awaited<ReturnType<typeof boundaries>>;
// One look at all of them: each takes a second of its own.
beforeAll(async () => {
  const files = planted.map(({ file, text, beside }) => ({ ...beside, [file]: text }));
  found = await boundaries(build(Object.assign({}, ...files)), 0);
}, CRUISE_MS);

test.each(planted)('$what: the check fails and says why', ({ file, rule, because }) => {
  expect(found.code).not.toBe(0);
  expect(found.output).toContain(`error ${rule}: ${file} → `);
  expect(found.output.replace(/\s+/g, ' ')).toContain(because);
});

test('a cruise that sees next to nothing fails', { timeout: CRUISE_MS }, async () => {
  const root = build({ 'packages/widget/src/fine.ts': 'export const fine = 1;\n' });
  const { code, output } = await boundaries(root, 100);
  expect(code).toBe(1);
  expect(output).toContain('the rules saw next to nothing');
});
