import type { IncomingMessage } from 'node:http';
import type { z } from 'zod';
import { readBody } from '../http/index.js';
import { Refused } from './refused.js';

type Issue = z.core.$ZodIssue;

const memberOf = ({ path, ...issue }: Issue, what: string): string => {
  const keys = issue.code === 'unrecognized_keys' ? issue.keys : [];
  return [...path, ...keys].map(String).join('.') || what;
};

const expectedOf = (issue: Issue): string =>
  issue.code === 'unrecognized_keys' ? 'no such member' : issue.message;

/** What was given, in its shape; or a refusal that names each member and what was expected of it. */
export function judged<Shape extends z.ZodType>(
  given: unknown,
  shape: Shape,
  what: 'body' | 'query',
): z.output<Shape> {
  const result = shape.safeParse(given);
  if (result.success) return result.data;
  const members = result.error.issues.map((issue) => ({
    member: memberOf(issue, what),
    expected: expectedOf(issue),
  }));
  throw new Refused(400, { error: `${what}_invalid`, message: `The ${what} is not as expected.`, members });
}

/** The query, or a refusal like that of a body. */
export const readQuery = <Shape extends z.ZodType>(query: URLSearchParams, shape: Shape): z.output<Shape> =>
  judged(Object.fromEntries([...query].filter(([, value]) => value !== '')), shape, 'query');

/** The body, or a refusal. */
export async function read<Shape extends z.ZodType>(
  req: IncomingMessage,
  shape: Shape,
): Promise<z.output<Shape>> {
  let body: unknown;
  try {
    body = JSON.parse((await readBody(req)).toString('utf8'));
  } catch {
    throw new Refused(400, { error: 'body_malformed', message: 'The body is not JSON.' });
  }
  return judged(body, shape, 'body');
}
