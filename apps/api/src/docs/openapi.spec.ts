import { expect, test } from 'vitest';
import { openApi } from './openapi.js';

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

function* refsIn(part: unknown): Generator<string> {
  if (!isObject(part)) return;
  const { $ref } = part;
  if (typeof $ref === 'string') yield $ref;
  for (const value of Object.values(part)) yield* refsIn(value);
}

test('every reference of the document leads to something in it', () => {
  const document = openApi('https://chat.example', { testClock: true });
  const refs = new Set(refsIn(document));
  expect(refs.size).toBeGreaterThan(1);
  const found = (ref: string) =>
    ref
      .replace(/^#\//, '')
      .split('/')
      .reduce<unknown>((part, key) => (isObject(part) ? part[key] : undefined), document);
  expect([...refs].filter((ref) => found(ref) === undefined)).toEqual([]);
});
