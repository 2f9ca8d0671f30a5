import type { Fact } from '@countersign/claims';
import { Injectable } from '@nestjs/common';
import { Database, type Statement } from '../common/database.js';
import type { SessionToken } from './session-token.js';
import type { TraceRow } from './traces.repository.js';

/** All that a verified proof writes, if nobody used it before. */
export type ToSettle = {
  readonly brandId: string;
  readonly issuerId: string;
  readonly connectionId: string;
  readonly attemptId: string;
  readonly keyThumbprint: string;
  readonly origin: string;
  readonly fingerprints: readonly string[];
  readonly keepUntil: Date;
  readonly subject: string;
  readonly displayName: { readonly text: string; readonly sealed: boolean } | undefined;
  readonly signingKeyId: string | null;
  readonly openedAt: Date;
  readonly holdsUntil: Date;
  readonly sid: string | null;
  readonly authenticatedAt: Date | null;
  readonly acr: string | null;
  /** When the attempt began. */
  readonly begunAt: Date;
  /** Of a proof without a nonce: when it was issued. Null where a nonce shows that it answers the attempt. */
  readonly issuedAt: Date | null;
  /** The session it renews, which must be open until then. Null: it renews none by itself. */
  readonly renews: string | null;
  /** When the host last proved the consumer. */
  readonly hostProofAt: Date;
  /** Sealed. */
  readonly refreshToken: string | null;
  readonly facts: readonly Fact[];
  /** Of the outcome that this is, if it is. */
  readonly trace: TraceRow;
  readonly token: SessionToken;
};

export type Fresh = {
  readonly consumerId: string;
  /** Known since this very moment. */
  readonly isNew: boolean;
  readonly displayName: string | null;
  readonly previousSessionId: string | null;
  /** Of the session before, where it was the same person's. */
  readonly familyId: string;
};
type Row =
  | (Fresh & { readonly loggedOut: false })
  | { readonly consumerId: null; readonly loggedOut: boolean };

/**
 * Whoever signed out meanwhile stays so: asked in this very statement. Then single use, and nothing is written but by way
 * of it. The consumer is found by issuer and subject, or made; an address never plays a part. Its row stays locked to the
 * end: what one person's browsers do at once is done one after the other. A fact takes the place of the same source's
 * older one; what is missing keeps its value and time.
 */
const settling: Statement = {
  name: 'settlements.settle',
  text: `WITH door AS MATERIALIZED (
      SELECT logged_out($1::uuid, $2::uuid, $9, $24, $3, $27::timestamptz, $28::timestamptz)
        OR NOT still_lives($1::uuid, $29::uuid) AS closed
    ), claimed AS (
      INSERT INTO used_proofs (brand_id, issuer_id, fingerprint, key_thumbprint, session_id, used_at, keep_until)
      SELECT $1::uuid, $2::uuid, fingerprint, $3, $4::uuid, $5::timestamptz, $6::timestamptz
      FROM door, unnest($7::text[]) AS fingerprint WHERE NOT door.closed
      ON CONFLICT DO NOTHING RETURNING fingerprint
    ), fresh AS (
      SELECT count(*) FROM claimed HAVING count(*) = cardinality($7::text[])
    ), known AS (
      INSERT INTO consumers AS person (brand_id, id, issuer_id, subject, display_name, name_sealed, created_at)
      SELECT $1::uuid, $8::uuid, $2::uuid, $9, $10, $11::boolean, $5::timestamptz FROM fresh
      ON CONFLICT (brand_id, issuer_id, subject) DO UPDATE SET
        display_name = coalesce(excluded.display_name, person.display_name),
        name_sealed = CASE WHEN excluded.display_name IS NULL THEN person.name_sealed ELSE excluded.name_sealed END
      RETURNING id, display_name
    ), previous AS (
      SELECT former.id, coalesce(former.family, $4::uuid) AS family
      FROM known, LATERAL take_over($1, $3, known.id, $5) AS former
    ), opened AS (
      INSERT INTO sessions (brand_id, id, connection_id, consumer_id, key_thumbprint, origin, attempt_id, signing_key_id,
        opened_at, verified_at, host_proof_at, holds_until, family_id, sid, authenticated_at, acr,
        refresh_token)
      SELECT $1::uuid, $4::uuid, $12::uuid, known.id, $3, $13, $14::uuid, $15, $5::timestamptz, $5::timestamptz,
        $30::timestamptz, $16::timestamptz, previous.family, $24, $25::timestamptz, $26, $31
      FROM known, previous
    ), token AS (
      INSERT INTO session_tokens (brand_id, session_id, hash, expires_at)
      SELECT $1::uuid, $4::uuid, $22, $23::timestamptz FROM known
    ), told AS (
      INSERT INTO facts (brand_id, id, consumer_id, connection_id, name, value, source, sealed, signing_key_id, at, until)
      SELECT $1::uuid, fact.id, known.id, $12::uuid, fact.name, fact.value, fact.source, fact.sealed, fact."keyId", fact.at,
        fact.until
      FROM known, jsonb_to_recordset($17::jsonb) AS fact (id uuid, name text, value jsonb, source text, sealed boolean,
        "keyId" text, at timestamptz, until timestamptz)
      ON CONFLICT (brand_id, consumer_id, connection_id, source, name) DO UPDATE SET
        id = excluded.id, value = excluded.value, sealed = excluded.sealed, signing_key_id = excluded.signing_key_id,
        at = excluded.at, until = excluded.until
    ), outcome AS (
      UPDATE attempts SET outcome = 'verified', session_id = $4 FROM known
      WHERE attempts.brand_id = $1 AND attempts.id = $14
    ), traced AS (
      INSERT INTO traces (brand_id, id, attempt_id, connection_id, at, outcome, origin, settled, trace)
      SELECT $1::uuid, $18::uuid, $14::uuid, $12::uuid, $19::timestamptz, 'verified', $20, true, $21::jsonb FROM known
    )
    SELECT (SELECT id FROM known) AS "consumerId", (SELECT id = $8 FROM known) AS "isNew",
      (SELECT display_name FROM known) AS "displayName",
      (SELECT id FROM previous) AS "previousSessionId", (SELECT family FROM previous) AS "familyId",
      (SELECT closed FROM door) AS "loggedOut"`,
};

@Injectable()
export class SettlementsRepository {
  constructor(private readonly database: Database) {}

  /**
   * Single use, the consumer, the facts, the session with its first token, and what is told of it: one statement, all or
   * nothing. Or why nothing was opened: the proof, or a part of it that counts, was used before, or its consumer has
   * signed out since, or the session it renews is over.
   */
  async settle(
    one: ToSettle,
    sessionId: string,
    newId: () => string,
  ): Promise<Fresh | 'used-before' | 'logged-out'> {
    const values = [
      one.brandId,
      one.issuerId,
      one.keyThumbprint,
      sessionId,
      one.openedAt,
      one.keepUntil,
      one.fingerprints,
      newId(),
      one.subject,
      one.displayName?.text ?? null,
      one.displayName?.sealed ?? false,
      one.connectionId,
      one.origin,
      one.attemptId,
      one.signingKeyId,
      one.holdsUntil,
      JSON.stringify(one.facts.map((fact) => toRow(newId(), fact))),
      one.trace.id,
      one.trace.at,
      one.trace.origin,
      JSON.stringify(one.trace.trace),
      one.token.hash,
      one.token.expiresAt,
      one.sid,
      one.authenticatedAt,
      one.acr,
      one.begunAt,
      one.issuedAt,
      one.renews,
      one.hostProofAt,
      one.refreshToken,
    ];
    const [row] = await this.database.within(one.brandId, () => this.database.rows<Row>(settling, values));
    if (row && row.consumerId !== null) return row;
    return row?.loggedOut ? 'logged-out' : 'used-before';
  }
}

const toRow = (id: string, { name, value, sealed, provenance }: Fact) => ({
  id,
  name,
  value,
  source: provenance.source,
  sealed,
  keyId: provenance.keyId ?? null,
  at: provenance.at,
  until: provenance.until ?? null,
});
