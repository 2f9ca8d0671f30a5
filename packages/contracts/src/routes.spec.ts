import { expect, test } from 'vitest';
import { problemOf, problems } from './problem.js';
import { type Route, routes } from './routes.js';

const all: readonly Route[] = Object.values(routes);

test('no two routes answer the same call', () => {
  const calls = all.map(({ method, path }) => `${method} ${path.replaceAll(/\{\w+\}/g, '{}')}`);
  expect(new Set(calls).size).toBe(calls.length);
});

test('a route that reads takes no body, and one that answers without content promises none', () => {
  for (const { method, body, answer, status, path } of all) {
    if (method === 'GET') expect(body, path).toBeUndefined();
    if (status === 204) expect(answer, path).toBeUndefined();
  }
});

test('a problem carries its status, its sentence and its name', () => {
  expect(problemOf('conversation_taken', { detail: 'by Noor' })).toEqual({
    type: 'urn:countersign:problem:conversation_taken',
    code: 'conversation_taken',
    title: problems.conversation_taken[1],
    status: 409,
    detail: 'by Noor',
  });
});
