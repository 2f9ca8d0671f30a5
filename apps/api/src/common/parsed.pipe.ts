import type { PipeTransform } from '@nestjs/common';
import type { z } from 'zod';
import { DomainError } from './domain-error.js';

/** The one door for input: behind it nobody asks again. */
export const parse = <Shape extends z.ZodType>(shape: Shape, input: unknown): z.output<Shape> => {
  const result = shape.safeParse(input);
  if (result.success) return result.data;
  const errors = result.error.issues
    .slice(0, 20)
    .map(({ path, message }) => ({ path: path.join('.'), message }));
  throw new DomainError('request_malformed', { errors });
};

export const parsed = <Shape extends z.ZodType>(shape: Shape): PipeTransform<unknown, z.output<Shape>> => ({
  transform: (input: unknown) => parse(shape, input),
});
