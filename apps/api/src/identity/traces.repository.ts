import type { RejectionReason, Trace } from '@countersign/claims';
import type { Prisma } from '@countersign/database';
import { Injectable } from '@nestjs/common';
import { Database } from '../common/database.js';

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

/** What the columns hold went in by `keep`, and nothing else writes them. */
const toRow = (row: unknown): TraceRow => row as TraceRow;
const dayOf = (at: Date): Date => new Date(`${at.toISOString().slice(0, 10)}T00:00:00Z`);

@Injectable()
export class TracesRepository {
  constructor(private readonly database: Database) {}

  /**
   * Appends a trace, and with it settles the attempt, where it is this one's to settle. Of refused proofs the first
   * `limit` of a connection and day are kept; of the rest only how many there were. Answers whether it was kept.
   */
  async keep(row: TraceRow, limit: number, settled?: Settled): Promise<boolean> {
    if (row.outcome === 'verified' && settled) return this.keepVerified(row, settled);
    return this.database.prisma.$transaction(async (tx) => {
      if (settled)
        await tx.attempt.update({
          where: { brandId_id: { brandId: row.brandId, id: row.attemptId } },
          data: { outcome: row.outcome, outcomeReason: row.reason, sessionId: settled.sessionId },
        });
      if (row.outcome === 'rejected' && !(await this.countRefused(tx, row, limit))) return false;
      await tx.trace.create({ data: { ...row, trace: row.trace as Prisma.InputJsonObject } });
      return true;
    });
  }

  /** In the order they were told. */
  async ofAttempt(brandId: string, attemptId: string): Promise<readonly TraceRow[]> {
    const rows = await this.database.prisma.trace.findMany({
      where: { brandId, attemptId },
      orderBy: { id: 'asc' },
      take: 50,
    });
    return rows.map(toRow);
  }

  /** The latest first. */
  async page(
    brandId: string,
    connectionId: string,
    { outcome, reason, before, limit }: TraceFilter,
  ): Promise<readonly TraceRow[]> {
    const rows = await this.database.prisma.trace.findMany({
      where: {
        brandId,
        connectionId,
        ...(outcome === undefined ? {} : { outcome }),
        ...(reason === undefined ? {} : { reason }),
        ...(before === undefined ? {} : { id: { lt: before } }),
      },
      orderBy: { id: 'desc' },
      take: limit,
    });
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
    const groups = await this.database.prisma.trace.groupBy({
      by: ['connectionId', 'outcome'],
      where: { brandId, at: { gte: since } },
      _count: true,
    });
    return groups.map(({ connectionId, outcome, _count }) => ({ connectionId, outcome, count: _count }));
  }

  async day(brandId: string, connectionId: string, at: Date): Promise<Day> {
    const row = await this.database.prisma.traceDay.findUnique({
      where: { brandId_connectionId_day: { brandId, connectionId, day: dayOf(at) } },
      select: { refused: true, dropped: true },
    });
    return row ?? { refused: 0, dropped: 0 };
  }

  /** Attempts go with their traces: what they once allowed has long run out. */
  async forget(before: Date): Promise<void> {
    const { prisma } = this.database;
    await prisma.trace.deleteMany({ where: { at: { lt: before } } });
    await prisma.traceDay.deleteMany({ where: { day: { lt: dayOf(before) } } });
    await prisma.attempt.deleteMany({ where: { startedAt: { lt: before } } });
  }

  /** The way most proofs go: in one statement. */
  private async keepVerified(row: TraceRow, { sessionId }: Settled): Promise<true> {
    await this.database.prisma.$executeRaw`
      WITH settled AS (
        UPDATE attempts SET outcome = ${row.outcome}, session_id = ${sessionId}::uuid
        WHERE brand_id = ${row.brandId}::uuid AND id = ${row.attemptId}::uuid
      )
      INSERT INTO traces (brand_id, id, attempt_id, connection_id, at, outcome, origin, settled, trace)
      VALUES (${row.brandId}::uuid, ${row.id}::uuid, ${row.attemptId}::uuid, ${row.connectionId}::uuid,
        ${row.at}, ${row.outcome}, ${row.origin}, ${row.settled}, ${JSON.stringify(row.trace)}::jsonb)`;
    return true;
  }

  /** False: the day is full. */
  private async countRefused(
    tx: Prisma.TransactionClient,
    { brandId, connectionId, at }: TraceRow,
    limit: number,
  ): Promise<boolean> {
    const [day] = await tx.$queryRaw<Day[]>`
      INSERT INTO trace_days AS days (brand_id, connection_id, day, refused, dropped)
      VALUES (${brandId}::uuid, ${connectionId}::uuid, ${dayOf(at)}::date, 1, 0)
      ON CONFLICT (brand_id, connection_id, day) DO UPDATE SET
        refused = days.refused + 1,
        dropped = days.dropped + CASE WHEN days.refused >= ${limit} THEN 1 ELSE 0 END
      RETURNING refused, dropped`;
    return (day?.refused ?? 0) <= limit;
  }
}
