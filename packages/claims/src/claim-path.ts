import { z } from 'zod';

const STEPS = 6;

/**
 * Where a claim stands in a token: `plan`, `address.country` for a member of a member, or a whole name like
 * `https://brand.example/plan`, which no dot divides.
 */
export const claimPath = z
  .string()
  .min(1)
  .max(200)
  .refine(
    (path) => isWhole(path) || path.split('.').every((step) => step !== ''),
    'is no path of a claim: a step is empty',
  )
  .refine((path) => stepsOf(path).length <= STEPS, `is no path of a claim: more than ${STEPS} steps`);

const isWhole = (path: string): boolean => /[:/]/.test(path);

/** The members a path names, from the outside in. */
export const stepsOf = (path: string): readonly string[] => (isWhole(path) ? [path] : path.split('.'));

type Members = Readonly<Record<string, unknown>>;
const isMembers = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What stands there. A claim of exactly that name comes before the members of another. */
export function claimAt(claims: Members, path: string): unknown {
  if (Object.hasOwn(claims, path)) return claims[path];
  let value: unknown = claims;
  for (const step of stepsOf(path)) {
    if (!isMembers(value) || !Object.hasOwn(value, step)) return undefined;
    value = value[step];
  }
  return value;
}
