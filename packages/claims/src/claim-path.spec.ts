import { expect, test } from 'vitest';
import { claimAt, claimPath } from './claim-path.js';
import { declaredFact } from './facts/declared.js';

test('a path is a claim, members of members, or an address as a whole', () => {
  for (const path of ['plan', 'address.country', 'a.b.c.d.e.f', 'https://brand.example/a.b/plan', 'urn:a..b'])
    expect(claimPath.safeParse(path).success, path).toBe(true);
});

test('an empty step, nothing at all, and seven steps are no path', () => {
  for (const path of ['', '.', 'a.', '.a', 'a..b', 'a.b.c.d.e.f.g', 'x'.repeat(201)])
    expect(claimPath.safeParse(path).success, path).toBe(false);
});

test('a path leads to own members only', () => {
  expect(claimAt({ a: { b: 1 } }, 'a.b')).toBe(1);
  for (const path of ['toString', 'a.toString', 'a.b.c', '__proto__', 'a.__proto__'])
    expect(claimAt({ a: { b: 1 } }, path), path).toBeUndefined();
});

test('a name of the catalogue cannot be declared anew', () => {
  expect(declaredFact.safeParse({ name: 'tier', type: 'text' }).success).toBe(true);
  expect(declaredFact.safeParse({ name: 'email', type: 'text' }).success).toBe(false);
});
