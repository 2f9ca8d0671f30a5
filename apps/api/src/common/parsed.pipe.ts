import { isStorable } from '@countersign/claims';
import type { Problem } from '@countersign/contracts';
import type { PipeTransform } from '@nestjs/common';
import type { z } from 'zod';
import { DomainError } from './domain-error.js';

const MAX_DEPTH = 32;

/** The one door for input: behind it nobody asks again. */
export const parse = <Shape extends z.ZodType>(shape: Shape, input: unknown): z.output<Shape> => {
  // Before any schema looks: one that describes itself would follow it to the end of the stack.
  if (!isShallow(input)) throw refusal([{ path: '', message: `is nested deeper than ${MAX_DEPTH}` }]);
  const result = shape.safeParse(input);
  if (result.success) return keepable(result.data);
  const errors = result.error.issues
    .slice(0, 20)
    .map((issue) => ({ path: issue.path.join('.'), message: messageOf(issue) }));
  throw refusal(errors);
};

/** Of a member whose name is wrong: what is wrong with the name. */
const messageOf = (issue: z.core.$ZodIssue): string =>
  (issue.code === 'invalid_key' ? issue.issues[0]?.message : undefined) ?? issue.message;

const refusal = (errors: NonNullable<Problem['errors']>) => new DomainError('request_malformed', { errors });

/** Level by level, and not by recursion. */
function isShallow(input: unknown): boolean {
  let level = [input];
  for (let depth = 0; depth <= MAX_DEPTH; depth += 1) {
    level = level.flatMap((value) =>
      typeof value === 'object' && value !== null ? Object.values(value) : [],
    );
    if (level.length === 0) return true;
  }
  return false;
}

/** What no database keeps is a fault of the request, found here and not by the database. */
function keepable<Value>(value: Value): Value {
  const path = unstorablePath(value, []);
  if (path === undefined) return value;
  const message = 'holds a NUL or half a character';
  throw refusal([{ path: path.join('.').toWellFormed(), message }]);
}

function unstorablePath(value: unknown, path: readonly string[]): readonly string[] | undefined {
  if (typeof value === 'string') return isStorable(value) ? undefined : path;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [name, inner] of Object.entries(value)) {
    const found = isStorable(name) ? unstorablePath(inner, [...path, name]) : path;
    if (found) return found;
  }
  return undefined;
}

export const parsed = <Shape extends z.ZodType>(shape: Shape): PipeTransform<unknown, z.output<Shape>> => ({
  transform: (input: unknown) => parse(shape, input),
});
