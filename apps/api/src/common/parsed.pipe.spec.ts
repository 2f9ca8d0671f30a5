import { expect, test } from 'vitest';
import { z } from 'zod';
import type { DomainError } from './domain-error.js';
import { parse } from './parsed.pipe.js';

const anything = z.strictObject({ facts: z.record(z.string(), z.json()) });
const nested = (depth: number): unknown => JSON.parse(`${'['.repeat(depth)}${']'.repeat(depth)}`);

function errorsOf(input: unknown): DomainError['more']['errors'] {
  try {
    parse(anything, input);
  } catch (error) {
    return (error as DomainError).more.errors;
  }
  return undefined;
}

test('what is nested as deep as anybody needs is read', () => {
  expect(errorsOf({ facts: { plan: nested(20) } })).toBeUndefined();
});

test('what is nested deeper is refused in words, and does not exhaust the stack', () => {
  for (const depth of [33, 60_000])
    expect(errorsOf({ facts: { plan: nested(depth) } })).toEqual([
      { path: '', message: 'is nested deeper than 32' },
    ]);
});

test('what no database keeps is refused with its member, in a name as in a value', () => {
  expect(errorsOf({ facts: { plan: 'a\u0000' } })?.[0]?.path).toBe('facts.plan');
  expect(errorsOf({ facts: { 'a\ud800': 1 } })?.[0]?.path).toBe('facts');
});
