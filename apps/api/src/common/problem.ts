import { type Problem, problemOf } from '@countersign/contracts';
import { HttpException } from '@nestjs/common';
import { DomainError } from './domain-error.js';
import { errorCodeOf } from './error-code.js';

const databaseCodes = [
  'P1001',
  'P1002',
  'P1008',
  'P1017',
  'P2024',
  'P2028',
  'P2037',
  'P2039',
  'ECONNREFUSED',
  'ECONNRESET',
  // Of PostgreSQL: it stops, was killed, starts; has no room, no connection left.
  '57P01',
  '57P02',
  '57P03',
  '53100',
  '53300',
];
const databaseWords =
  /Connection terminated|Can't reach database|not yet accepting connections|Query read timeout|timeout exceeded when trying to connect/;

/** Prisma wraps the driver's error, and the driver the socket's. */
function isDatabaseGone(error: unknown): boolean {
  for (let one = error, depth = 0; one instanceof Error && depth < 5; one = one.cause, depth += 1) {
    if (databaseCodes.includes(errorCodeOf(one) ?? '')) return true;
    if (databaseWords.test(one.message)) return true;
  }
  return false;
}

function fromHttp(error: HttpException): Problem {
  const status = error.getStatus();
  if (status === 404) return problemOf('route_not_found');
  if (status === 413) return problemOf('request_too_large');
  return status < 500
    ? problemOf('request_malformed', { detail: error.message.slice(0, 200) })
    : problemOf('internal_error');
}

/** The body parser's errors carry `type` and `status`. */
function fromParser(error: unknown): Problem | undefined {
  if (!(error instanceof Error) || !('type' in error) || typeof error.type !== 'string') return undefined;
  if (error.type === 'entity.too.large') return problemOf('request_too_large');
  return error.type.startsWith('entity.') ||
    error.type.startsWith('encoding.') ||
    error.type.startsWith('request.')
    ? problemOf('request_malformed', { detail: 'The body is not JSON.' })
    : undefined;
}

/** The one place that decides what may be said outside. Sockets use it as well. */
export function toProblem(error: unknown): Problem {
  if (error instanceof DomainError) return problemOf(error.code, error.more);
  const parser = fromParser(error) ?? (error instanceof Error ? fromParser(error.cause) : undefined);
  if (parser) return parser;
  if (error instanceof HttpException) return fromHttp(error);
  return problemOf(isDatabaseGone(error) ? 'service_unavailable' : 'internal_error');
}
