import type { Trace } from '@countersign/claims';
import { Injectable } from '@nestjs/common';
import { DomainError } from '../common/domain-error.js';
import { AttemptsRepository } from './attempts.repository.js';
import { type TraceRow, TracesRepository } from './traces.repository.js';

/** Reads what was told of an attempt, within one brand and, where one is named, one connection. */
@Injectable()
export class TraceReader {
  constructor(
    private readonly traces: TracesRepository,
    private readonly attempts: AttemptsRepository,
  ) {}

  /** All that was told, in order. Throws `attempt_not_found`, or `trace_not_kept` where there was too much to tell. */
  async all(brandId: string, attemptId: string, connectionId?: string): Promise<readonly TraceRow[]> {
    const attempt = await this.attempts.byId(brandId, attemptId);
    const rows = attempt === null ? [] : await this.traces.ofAttempt(brandId, attemptId);
    const elsewhere = connectionId !== undefined && attempt?.connectionId !== connectionId;
    if (attempt === null || elsewhere) throw new DomainError('attempt_not_found');
    if (rows.length > 0) return rows;
    throw new DomainError(attempt.outcome === null ? 'attempt_not_found' : 'trace_not_kept');
  }

  /** What settled the attempt, or the first that was turned away. */
  async decisive(brandId: string, attemptId: string, connectionId?: string): Promise<Trace> {
    const rows = await this.all(brandId, attemptId, connectionId);
    const decisive = rows.find(({ settled }) => settled) ?? rows[0];
    if (!decisive) throw new DomainError('attempt_not_found');
    return decisive.trace;
  }
}
