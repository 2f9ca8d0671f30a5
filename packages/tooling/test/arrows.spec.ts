import { afterEach, expect, test } from 'vitest';
import { boundaries } from '../src/check/boundaries.js';
import { type PlantedHouse, plant } from './planted-house.js';

let house: PlantedHouse | undefined;
afterEach(() => house?.tearDown());
const CRUISE_MS = 30_000;

// By name, as rooms import each other: the answer is a built file, which must not make the import invisible.
const refused = [
  ['apps/api/src/facts/facts.service.ts', 'database', 'repositories-remember'],
  ['apps/workspace/src/planted.ts', 'database', 'repositories-remember'],
  ['apps/workspace/src/planted.ts', 'protocol', 'arrows-of-workspace'],
  ['apps/brand-site/src/planted.ts', 'chat-client', 'arrows-of-brand-site'],
  ['apps/mock-idp/src/planted.ts', 'protocol', 'the-stand-in-is-not-its-own-judge'],
  ['apps/mock-idp/src/planted.ts', 'claims', 'the-stand-in-takes-types-only'],
  ['apps/api/src/identity/planted.ts', 'protocol/attacks', 'forgery-stays-in-tests'],
  ['packages/protocol/src/verifier/planted.ts', 'protocol/attacks', 'forgery-stays-in-tests'],
  ['apps/api/src/facts/planted.ts', 'bench', 'rivals-stay-in-the-bench'],
  ['packages/bench/src/planted.ts', 'brand-kit', 'arrows-of-bench'],
  ['packages/brand-kit/src/planted.ts', 'protocol', 'arrows-of-brand-kit'],
  ['packages/chat-client/src/planted.ts', 'contracts', 'the-wire-has-no-schema-library'],
  ['packages/widget/src/planted.ts', 'database', 'the-widget-reaches-the-service-only'],
] as const;

test.each(refused)('%s may not import %s by its name', { timeout: CRUISE_MS }, async (file, room, rule) => {
  house = plant({ [file]: `import { planted } from '@countersign/${room}';\nexport const x = planted;\n` });
  const { code, output } = await boundaries(house.root, 0);
  expect(code).not.toBe(0);
  expect(output).toContain(rule);
});

test('a type may come from where a value may not', { timeout: CRUISE_MS }, async () => {
  house = plant({
    'packages/chat-client/src/planted.ts':
      "import type { Message } from '@countersign/contracts';\nexport type Said = Message;\n",
    'apps/mock-idp/src/planted.ts':
      "import type { Claims } from '@countersign/claims';\nexport type Told = Claims;\n",
  });
  expect((await boundaries(house.root, 0)).output).not.toMatch(/the-stand-in|the-wire|arrows-of/);
});
