import type { RejectionReason, Trace } from '@countersign/claims';
import { Injectable } from '@nestjs/common';
import { Database, type Statement } from '../common/database.js';

export type Outcome = Trace['outcome'];

/** One account of what became of a presented proof. */
export type TraceRow = {
  readonly brandId: string;
  readonly id: string;
  readonly attemptId: string;
  readonly connectionId: string;
  readonly at: Date;
  readonly outcome: Outcome;
  readonly reason: RejectionReason | null;
  readonly origin: string;
  readonly settled: boolean;
  readonly trace: Trace;
};

/** What an attempt remembers of its own outcome. */
export type Settled = { readonly sessionId: string | null };

export type TraceFilter = {
  readonly outcome?: Outcome | undefined;
  readonly reason?: RejectionReason | undefined;
  /** A trace's id: those told before it. */
  readonly before?: string | undefined;
  readonly limit: number;
};

export type Day = { readonly refused: number; readonly dropped: number };

/** The attempt, where it is this trace's to settle; the day's count, of a refusal; the trace, while the day has room. */
const keeping: Statement = {
  name: 'traces.keep',
  text: `WITH settled AS (
      UPDATE attempts SET outcome = $3, outcome_reason = $4, session_id = $5
      WHERE brand_id = $1 AND id = $2 AND $6::boolean
    ), today AS (
      INSERT INTO trace_days AS days (brand_id, connection_id, day, refused, dropped)
      SELECT $1::uuid, $7::uuid, $8::date, 1, 0 WHERE $3 = 'rejected'
      ON CONFLICT (brand_id, connection_id, day) DO UPDATE SET
        refused = days.refused + 1,
        dropped = days.dropped + CASE WHEN days.refused >= $9 THEN 1 ELSE 0 END
      RETURNING refused
    )
    INSERT INTO traces (brand_id, id, attempt_id, connection_id, at, outcome, reason, origin, settled, trace)
    SELECT $1::uuid, $10::uuid, $2::uuid, $7::uuid, $11::timestamptz, $3, $4, $12, $6::boolean, $13::jsonb
    WHERE NOT EXISTS (SELECT FROM today WHERE refused > $9)`,
};

/** What the columns hold went in by `keep`, and nothing else writes them. */
const toRow = (row: unknown): TraceRow => row as TraceRow;
/** In UTC, wherever the service runs. */
const dayOf = (at: Date): string => at.toISOString().slice(0, 10);

@Injectable()
export class TracesRepository {
  constructor(private readonly database: Database) {}

  /**
   * Appends a trace, and with it settles the attempt, where it is this one's to settle. Of refused proofs the first
   * `limit` of a connection and day are kept; of the rest only how many there were. Answers whether it was kept.
   */
  async keep(row: TraceRow, limit: number, settled?: Settled): Promise<boolean> {
    const { brandId, connectionId, at } = row;
    const kept = await this.database.within(brandId, () =>
      this.database.count(keeping, [
        brandId,
        row.attemptId,
        row.outcome,
        row.reason,
        settled?.sessionId ?? null,
        settled !== undefined,
        connectionId,
        dayOf(at),
        limit,
        row.id,
        at,
        row.origin,
        JSON.stringify(row.trace),
      ]),
    );
    return kept === 1;
  }

  /** In the order they were told. */
  async ofAttempt(brandId: string, attemptId: string): Promise<readonly TraceRow[]> {
    const rows = await this.database.within(brandId, (prisma) =>
      prisma.trace.findMany({
        where: { brandId, attemptId },
        orderBy: { id: 'asc' },
        take: 50,
      }),
    );
    return rows.map(toRow);
  }

  /** The latest first. */
  async page(
    brandId: string,
    connectionId: string,
    { outcome, reason, before, limit }: TraceFilter,
  ): Promise<readonly TraceRow[]> {
    const rows = await this.database.within(brandId, (prisma) =>
      prisma.trace.findMany({
        where: {
          brandId,
          connectionId,
          ...(outcome === undefined ? {} : { outcome }),
          ...(reason === undefined ? {} : { reason }),
          ...(before === undefined ? {} : { id: { lt: before } }),
        },
        orderBy: { id: 'desc' },
        take: limit,
      }),
    );
    return rows.map(toRow);
  }

  async latestOf(brandId: string, connectionId: string): Promise<TraceRow | undefined> {
    const [latest] = await this.page(brandId, connectionId, { limit: 1 });
    return latest;
  }

  /** How often each outcome came, per connection. */
  async countsSince(
    brandId: string,
    since: Date,
  ): Promise<readonly { connectionId: string; outcome: string; count: number }[]> {
    const groups = await this.database.within(brandId, (prisma) =>
      prisma.trace.groupBy({
        by: ['connectionId', 'outcome'],
        where: { brandId, at: { gte: since } },
        _count: true,
      }),
    );
    return groups.map(({ connectionId, outcome, _count }) => ({ connectionId, outcome, count: _count }));
  }

  async day(brandId: string, connectionId: string, at: Date): Promise<Day> {
    const row = await this.database.within(brandId, (prisma) =>
      prisma.traceDay.findFirst({
        where: { brandId, connectionId, day: new Date(dayOf(at)) },
        select: { refused: true, dropped: true },
      }),
    );
    return row ?? { refused: 0, dropped: 0 };
  }
}
