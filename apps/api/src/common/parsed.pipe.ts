import { isStorable } from '@countersign/claims';
import type { PipeTransform } from '@nestjs/common';
import type { z } from 'zod';
import { DomainError } from './domain-error.js';

/** The one door for input: behind it nobody asks again. */
export const parse = <Shape extends z.ZodType>(shape: Shape, input: unknown): z.output<Shape> => {
  const result = shape.safeParse(input);
  if (result.success) return keepable(result.data);
  const errors = result.error.issues
    .slice(0, 20)
    .map(({ path, message }) => ({ path: path.join('.'), message }));
  throw new DomainError('request_malformed', { errors });
};

/** What no database keeps is a fault of the request, found here and not by the database. */
function keepable<Value>(value: Value): Value {
  const path = unstorablePath(value, []);
  if (path === undefined) return value;
  const message = 'holds a NUL or half a character';
  throw new DomainError('request_malformed', { errors: [{ path: path.join('.').toWellFormed(), message }] });
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
