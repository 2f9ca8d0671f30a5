import type { IncomingMessage } from 'node:http';
import type { z } from 'zod';
import { readBody } from '../http/index.js';
import { Refused } from './refused.js';

type Issue = z.core.$ZodIssue;

const memberOf = ({ path, ...issue }: Issue): string => {
  const keys = issue.code === 'unrecognized_keys' ? issue.keys : [];
  return [...path, ...keys].map(String).join('.') || 'body';
};

const expectedOf = (issue: Issue): string =>
  issue.code === 'unrecognized_keys' ? 'no such member' : issue.message;

/** The body, or a refusal that names each member and what was expected of it. */
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
  const result = shape.safeParse(body);
  if (result.success) return result.data;
  const members = result.error.issues.map((issue) => ({
    member: memberOf(issue),
    expected: expectedOf(issue),
  }));
  throw new Refused(400, { error: 'body_invalid', message: 'The body is not as expected.', members });
}
