import type { OutgoingHttpHeaders } from 'node:http';
import { z } from 'zod';
import { type Answer, pagePolicy } from '../http/index.js';
import type { Members } from './fault.js';

/** The same answer with another body. */
export const withBody = (
  answer: Answer,
  body: string | Buffer,
  headers: OutgoingHttpHeaders = {},
): Answer => ({
  ...answer,
  headers: { ...answer.headers, ...headers, 'content-length': Buffer.byteLength(body) },
  body: Buffer.from(body),
});

const json = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' };

/** Another answer altogether. */
export const answerOf = (status: number, body: unknown, headers: OutgoingHttpHeaders = {}): Answer => {
  const text = JSON.stringify(body);
  const lengths = { 'content-length': Buffer.byteLength(text) };
  return { status, headers: { ...json, ...lengths, ...headers }, body: Buffer.from(text) };
};

export const pageOf = (status: number, html: string): Answer => ({
  status,
  headers: {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': pagePolicy,
    'referrer-policy': 'no-referrer',
  },
  body: Buffer.from(html),
});

const members = z.record(z.string(), z.unknown());

/** The JSON object an answer holds. */
function objectIn({ body }: Answer): Members | undefined {
  try {
    return members.safeParse(JSON.parse(body.toString('utf8'))).data;
  } catch {
    return undefined;
  }
}

/** A change to the members of a JSON answer; another answer stays as it is. */
export const changed =
  (change: (said: Members) => Members) =>
  (answer: Answer): Answer => {
    const said = objectIn(answer);
    return said ? withBody(answer, JSON.stringify(change(said))) : answer;
  };
