import type { AttemptDetail, AttemptPage, AttemptSummary } from '@countersign/contracts';
import { Injectable } from '@nestjs/common';
import { DomainError } from '../common/domain-error.js';
import { ConnectionsService } from '../connections/index.js';
import {
  AttemptsService,
  type TraceFilter,
  TraceReader,
  type TraceRow,
  TracesRepository,
} from '../identity/index.js';

export const summaryOf = ({
  id,
  attemptId,
  at,
  outcome,
  reason,
  origin,
  settled,
  trace,
}: TraceRow): AttemptSummary => ({
  id,
  attempt: attemptId,
  at: at.toISOString(),
  outcome,
  reason,
  origin,
  durationMs: trace.durationMs,
  settled,
});

/** What became of the proofs that were presented to a brand. */
@Injectable()
export class AttemptsConsole {
  constructor(
    private readonly connections: ConnectionsService,
    private readonly attempts: AttemptsService,
    private readonly traces: TracesRepository,
    private readonly reader: TraceReader,
  ) {}

  async page(brandId: string, key: string, filter: TraceFilter): Promise<AttemptPage> {
    const { id } = await this.connections.byKey(brandId, key);
    // One more than asked for tells whether there are more.
    const rows = await this.traces.page(brandId, id, { ...filter, limit: filter.limit + 1 });
    const shown = rows.slice(0, filter.limit);
    const next = rows.length > filter.limit ? (shown.at(-1)?.id ?? null) : null;
    return { attempts: shown.map(summaryOf), next };
  }

  async detail(brandId: string, attemptId: string, key?: string): Promise<AttemptDetail> {
    const named = key === undefined ? undefined : await this.connections.byKey(brandId, key);
    const rows = await this.reader.all(brandId, attemptId, named?.id);
    const decisive = rows.find(({ settled }) => settled) ?? rows[0];
    const attempt = await this.attempts.find(brandId, attemptId);
    if (!decisive || !attempt) throw new DomainError('attempt_not_found');
    const connection = named ?? (await this.connections.byId(brandId, attempt.connectionId));
    return {
      attempt: attemptId,
      connection: connection.key,
      purpose: attempt.reason,
      begunAt: attempt.startedAt.toISOString(),
      trace: decisive.trace,
      turnedAway: rows.filter((row) => row !== decisive).map(({ trace }) => trace),
    };
  }
}
