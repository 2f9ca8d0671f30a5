import { afterAll, beforeAll, expect, test } from 'vitest';
import { boundaries } from '../src/check/boundaries.js';
import { type PlantedHouse, plant } from './planted-house.js';

const CRUISE_MS = 30_000;
const houses: PlantedHouse[] = [];
afterAll(() => {
  for (const house of houses) house.tearDown();
});

async function cruise(files: Readonly<Record<string, string>>): Promise<string> {
  const house = plant(files);
  houses.push(house);
  return (await boundaries(house.root, 0)).output;
}

// By name, as rooms import each other: the answer is a built file, which must not make the import invisible.
const refused = [
  ['apps/api/src/facts/facts.service.ts', 'database', 'repositories-remember'],
  ['apps/workspace/src/planted.ts', 'database', 'repositories-remember'],
  ['apps/workspace/src/planted-too.ts', 'protocol', 'arrows-of-workspace'],
  ['apps/brand-site/src/planted.ts', 'chat-client', 'arrows-of-brand-site'],
  ['apps/mock-idp/src/planted.ts', 'protocol', 'the-stand-in-is-not-its-own-judge'],
  ['apps/mock-idp/src/planted-too.ts', 'claims', 'the-stand-in-takes-types-only'],
  ['apps/api/src/identity/planted.ts', 'protocol/attacks', 'forgery-stays-in-tests'],
  ['packages/protocol/src/verifier/planted.ts', 'protocol/attacks', 'forgery-stays-in-tests'],
  ['apps/api/src/facts/planted.ts', 'bench', 'rivals-stay-in-the-bench'],
  ['packages/bench/src/planted.ts', 'brand-kit', 'arrows-of-bench'],
  ['packages/brand-kit/src/planted.ts', 'protocol', 'arrows-of-brand-kit'],
  ['packages/chat-client/src/planted.ts', 'contracts', 'the-wire-has-no-schema-library'],
  ['packages/widget/src/planted.ts', 'database', 'the-widget-reaches-the-service-only'],
] as const;

let told: string;
// One look at all of them: each takes a second of its own.
beforeAll(async () => {
  const files = refused.map(([file, room]) => [
    file,
    `import { planted } from '@countersign/${room}';\nexport const x = planted;\n`,
  ]);
  told = await cruise(Object.fromEntries(files));
}, CRUISE_MS);

test.each(refused)('%s may not import %s by its name', (file, _, rule) => {
  expect(told).toContain(`error ${rule}: ${file} → `);
});

test('a type may come from where a value may not', { timeout: CRUISE_MS }, async () => {
  const output = await cruise({
    'packages/chat-client/src/planted.ts':
      "import type { Message } from '@countersign/contracts';\nexport type Said = Message;\n",
    'apps/mock-idp/src/planted.ts':
      "import type { Claims } from '@countersign/claims';\nexport type Told = Claims;\n",
  });
  expect(output).not.toMatch(/the-stand-in|the-wire|arrows-of/);
});
