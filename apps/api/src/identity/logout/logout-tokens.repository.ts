import type { RejectionReason, TraceStep } from '@countersign/claims';
import type { LogoutAttempt } from '@countersign/contracts';
import { Injectable } from '@nestjs/common';
import { Database, type Statement } from '../../common/database.js';

/** What became of one logout token. */
export type TokenRow = Omit<LogoutAttempt, 'at' | 'steps'> & {
  readonly brandId: string;
  readonly connectionId: string;
  readonly at: Date;
  readonly steps: readonly TraceStep[];
};

const DAY_MS = 86_400_000;
const SHOWN = 50;

/** Anybody may send what is no logout token: of a connection and day so many refusals are kept. */
const keeping: Statement = {
  name: 'logout-tokens.keep',
  text: `INSERT INTO logout_tokens (brand_id, id, connection_id, at, outcome, reason, concerned, sessions, duration_ms, steps)
    SELECT $1::uuid, $2::uuid, $3::uuid, $4::timestamptz, $5, $6, $7, $8::int, $9, $10::jsonb
    WHERE $5 = 'verified' OR (
      SELECT count(*) FROM logout_tokens
      WHERE brand_id = $1 AND connection_id = $3 AND at > $11::timestamptz AND outcome = 'rejected'
    ) < $12`,
};

@Injectable()
export class LogoutTokensRepository {
  constructor(private readonly database: Database) {}

  async keep(row: TokenRow, refusedPerDay: number): Promise<void> {
    const { brandId, id, connectionId, at, outcome, reason, concerned, sessions, durationMs, steps } = row;
    const dayAgo = new Date(at.getTime() - DAY_MS);
    const told = [outcome, reason, concerned, sessions, durationMs, JSON.stringify(steps)];
    await this.database.within(brandId, () =>
      this.database.count(keeping, [brandId, id, connectionId, at, ...told, dayAgo, refusedPerDay]),
    );
  }

  /** The latest first. */
  async latest(brandId: string, connectionId: string): Promise<readonly LogoutAttempt[]> {
    const rows = await this.database.within(brandId, (prisma) =>
      prisma.logoutToken.findMany({
        where: { brandId, connectionId },
        orderBy: { id: 'desc' },
        take: SHOWN,
      }),
    );
    return rows.map(({ id, at, outcome, reason, concerned, sessions, durationMs, steps }) => ({
      id,
      at: at.toISOString(),
      outcome: outcome as LogoutAttempt['outcome'],
      reason: reason as RejectionReason | null,
      concerned: concerned as LogoutAttempt['concerned'],
      sessions,
      durationMs,
      steps: steps as TraceStep[],
    }));
  }
}
