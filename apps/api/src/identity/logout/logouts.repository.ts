import { Injectable } from '@nestjs/common';
import { Database, type Statement } from '../../common/database.js';

/** Whom a logout concerns: everybody the issuer calls so, one session of the provider, or one browser. */
export type Concerned =
  | { readonly kind: 'subject'; readonly subject: string }
  | { readonly kind: 'sid'; readonly sid: string; readonly subject: string | null }
  | { readonly kind: 'family'; readonly familyId: string };

export type NewLogout = {
  readonly brandId: string;
  /** The tombstone's. */
  readonly id: string;
  readonly issuerId: string;
  readonly concerned: Concerned;
  readonly by: 'consumer' | 'backend' | 'agent' | 'provider';
  readonly why: string;
  readonly at: Date;
  readonly keepUntil: Date;
  /** What the audit says of it, and under which id. */
  readonly audit: { readonly id: string; readonly actor: string; readonly connection: string };
};

const loggingOut: Statement = {
  name: 'logouts.log-out',
  text: `WITH over AS MATERIALIZED (
      SELECT id FROM log_out($1::uuid, $2::uuid, $3, $4, $5::uuid, $6, $7, $8::uuid, $9::timestamptz, $10::timestamptz)
    ), audited AS (
      INSERT INTO audit_entries (brand_id, id, at, actor, action, detail)
      SELECT $1::uuid, $11::uuid, $9::timestamptz, $12, 'consumer_signed_out',
        jsonb_build_object('connection', $13::text, 'concerns', $14::text, 'sessions', count(*)) FROM over
    )
    SELECT id FROM over`,
};

/** A logout is one statement: the tombstone, the sessions it ends, who hears of it, and the audit. */
@Injectable()
export class LogoutsRepository {
  constructor(private readonly database: Database) {}

  /** Answers the sessions that were ended by it. */
  async logOut({ concerned, audit, ...one }: NewLogout): Promise<readonly string[]> {
    const rows = await this.database.rows<{ id: string }>(loggingOut, [
      one.brandId,
      one.issuerId,
      concerned.kind === 'family' ? null : concerned.subject,
      concerned.kind === 'sid' ? concerned.sid : null,
      concerned.kind === 'family' ? concerned.familyId : null,
      one.by,
      one.why,
      one.id,
      one.at,
      one.keepUntil,
      audit.id,
      audit.actor,
      audit.connection,
      concerned.kind,
    ]);
    return rows.map(({ id }) => id);
  }

  /** What was begun or issued before them has run out by itself. */
  async forget(before: Date): Promise<void> {
    await this.database.prisma.logout.deleteMany({ where: { keepUntil: { lt: before } } });
  }
}
