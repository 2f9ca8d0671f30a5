import { BadRequestException, NotFoundException } from '@nestjs/common';
import { expect, test } from 'vitest';
import { DomainError } from './domain-error.js';
import { toProblem } from './problem.js';

const coded = (code: string, message = 'x') => Object.assign(new Error(message), { code });

test('what nobody expected is internal_error, and says nothing of itself', () => {
  const problem = toProblem(new Error('password of the database is hunter2'));
  expect(problem.code).toBe('internal_error');
  expect(JSON.stringify(problem)).not.toContain('hunter2');
});

test.each([undefined, null, 'text', 7, {}])('whatever is thrown is a problem (%s)', (thrown) => {
  expect(toProblem(thrown).code).toBe('internal_error');
});

test('a domain error keeps its code, reason and attempt, and not its cause', () => {
  const more = { reason: 'token_expired', attempt: 'a' } as const;
  const problem = toProblem(new DomainError('proof_rejected', more, { cause: new Error('secret') }));
  expect(problem).toMatchObject({ code: 'proof_rejected', status: 401, ...more });
  expect(JSON.stringify(problem)).not.toContain('secret');
});

test.each([
  ['a database that refuses', coded('ECONNREFUSED')],
  ['a database that is restarting', coded('57P03')],
  ['a database whose processes were killed', coded('57P02')],
  ['a database that has no connection left', coded('53300')],
  ['a database that has no room left', coded('53100')],
  ['a pool that is full', coded('P2028')],
  ['a question that was not answered in time', new Error('Query read timeout')],
  ['a connection that was not made in time', new Error('timeout exceeded when trying to connect')],
  ['a line that broke', new Error('Connection terminated unexpectedly')],
  ['any of these below another error', new Error('query failed', { cause: coded('ECONNRESET') })],
])('%s is service_unavailable', (_, error) => {
  expect(toProblem(error)).toMatchObject({ code: 'service_unavailable', status: 503 });
});

test('an error that causes itself is told all the same', () => {
  const error = new Error('round and round');
  error.cause = error;
  expect(toProblem(error).code).toBe('internal_error');
});

test('what the framework refuses is told by our codes', () => {
  expect(toProblem(new NotFoundException()).code).toBe('route_not_found');
  expect(toProblem(new BadRequestException('wrong')).code).toBe('request_malformed');
  const large = Object.assign(new Error('too large'), { type: 'entity.too.large', status: 413 });
  expect(toProblem(large).code).toBe('request_too_large');
});
