import { Injectable } from '@nestjs/common';
import { insertingAudit } from '../../audit/index.js';
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
  /** Of a logout token: counts once, until it has run out. */
  readonly once?: { readonly fingerprint: string; readonly keepUntil: Date } | undefined;
};

const loggingOut: Statement = {
  name: 'logouts.log-out',
  text: `WITH first AS (
      INSERT INTO used_proofs (brand_id, issuer_id, fingerprint, key_thumbprint, used_at, keep_until)
      SELECT $1::uuid, $2::uuid, $15, '', $9::timestamptz, $16::timestamptz WHERE $15::text IS NOT NULL
      ON CONFLICT DO NOTHING RETURNING fingerprint
    ), door AS (
      SELECT WHERE $15::text IS NULL OR EXISTS (SELECT FROM first)
    ), over AS MATERIALIZED (
      SELECT ended.id FROM door, LATERAL log_out($1::uuid, $2::uuid, $3, $4, $5::uuid, $6, $7, $8::uuid,
        $9::timestamptz, $10::timestamptz) AS ended
    ), audited AS (
      ${insertingAudit}
      SELECT $1::uuid, $11::uuid, $9::timestamptz, $12, 'consumer_signed_out',
        jsonb_build_object('connection', $13::text, 'concerns', $14::text, 'sessions', (SELECT count(*) FROM over))
      FROM door
    )
    SELECT EXISTS (SELECT FROM door) AS done, ARRAY(SELECT id FROM over) AS ended`,
};

/** A logout is one statement: the tombstone, the sessions it ends, who hears of it, and the audit. */
@Injectable()
export class LogoutsRepository {
  constructor(private readonly database: Database) {}

  /** Answers the sessions that were ended by it; undefined: the token was used before, and nothing was done. */
  async logOut({ concerned, audit, once, ...one }: NewLogout): Promise<readonly string[] | undefined> {
    const [row] = await this.database.within(one.brandId, () =>
      this.database.rows<{ done: boolean; ended: string[] }>(loggingOut, [
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
        once?.fingerprint ?? null,
        once?.keepUntil ?? null,
      ]),
    );
    return row?.done ? row.ended : undefined;
  }
}
