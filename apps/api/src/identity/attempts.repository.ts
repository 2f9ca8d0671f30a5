import type { Demands } from '@countersign/protocol';
import { Injectable } from '@nestjs/common';
import { Database, type Statement } from '../common/database.js';
import { type Spendable, spending } from './possessions.repository.js';

export type Attempt = {
  readonly brandId: string;
  readonly id: string;
  readonly connectionId: string;
  readonly keyThumbprint: string;
  readonly origin: string;
  readonly reason: string;
  readonly nonce: string;
  /** Sealed. */
  readonly codeVerifier: string | null;
  readonly startedAt: Date;
  readonly expiresAt: Date;
  readonly usedAt: Date | null;
  readonly proofHash: string | null;
  readonly outcome: string | null;
  readonly outcomeReason: string | null;
  readonly sessionId: string | null;
  /** What is asked beyond the connection's own rules. */
  readonly demands: Demands | null;
  /** The request it answers. */
  readonly requestId: string | null;
};

/** Whose key it is bound to, the proof of possession says. */
export type NewAttempt = Omit<
  Attempt,
  'keyThumbprint' | 'usedAt' | 'proofHash' | 'outcome' | 'outcomeReason' | 'sessionId'
>;

const adding: Statement = {
  name: 'attempts.add',
  text: `WITH spent AS (${spending} RETURNING thumbprint)
    INSERT INTO attempts (brand_id, id, connection_id, key_thumbprint, origin, reason, nonce, code_verifier,
      started_at, expires_at, demands, request_id)
    SELECT $4::uuid, $5::uuid, $6::uuid, thumbprint, $7, $8, $9, $10, $11::timestamptz, $12::timestamptz, $13::jsonb,
      $14::uuid FROM spent`,
};
const columns = `a.brand_id AS "brandId", a.id, a.connection_id AS "connectionId", a.key_thumbprint AS "keyThumbprint",
  a.origin, a.reason, a.nonce, a.code_verifier AS "codeVerifier", a.started_at AS "startedAt",
  a.expires_at AS "expiresAt", a.used_at AS "usedAt", a.proof_hash AS "proofHash", a.outcome,
  a.outcome_reason AS "outcomeReason", a.session_id AS "sessionId", a.demands, a.request_id AS "requestId"`;
const finding: Statement = {
  name: 'attempts.by-id',
  text: `SELECT ${columns} FROM attempts a WHERE a.brand_id = $1 AND a.id = $2`,
};
const presenting: Statement = {
  name: 'attempts.presented',
  text: `WITH spent AS (${spending} RETURNING thumbprint)
    SELECT ${columns} FROM spent LEFT JOIN attempts a ON a.brand_id = $4 AND a.id = $5`,
};
const taking: Statement = {
  name: 'attempts.take',
  text: 'UPDATE attempts SET used_at = $3, proof_hash = $4 WHERE brand_id = $1 AND id = $2 AND used_at IS NULL',
};

@Injectable()
export class AttemptsRepository {
  constructor(private readonly database: Database) {}

  /** Adds it, and in the same statement spends the proof of possession it is begun with. False: that was used before. */
  async add(one: NewAttempt, { thumbprint, jti, keepUntil }: Spendable): Promise<boolean> {
    const { brandId, id, connectionId, origin, reason, nonce, codeVerifier, startedAt, expiresAt } = one;
    const demands = one.demands && JSON.stringify(one.demands);
    const of = [brandId, id, connectionId, origin, reason, nonce, codeVerifier, startedAt, expiresAt];
    return (
      (await this.database.within(brandId, () =>
        this.database.count(adding, [thumbprint, jti, keepUntil, ...of, demands, one.requestId]),
      )) === 1
    );
  }

  /** Reads it, whosever it is, and in the same statement spends the proof of possession of whoever presents it. */
  async presented(
    brandId: string,
    id: string,
    { thumbprint, jti, keepUntil }: Spendable,
  ): Promise<Attempt | 'unknown' | 'spent-before'> {
    const values = [thumbprint, jti, keepUntil, brandId, id];
    const [row] = await this.database.within(brandId, () =>
      this.database.rows<Attempt | { readonly id: null }>(presenting, values),
    );
    if (!row) return 'spent-before';
    return row.id === null ? 'unknown' : row;
  }

  async byId(brandId: string, id: string): Promise<Attempt | null> {
    const [attempt] = await this.database.within(brandId, () =>
      this.database.rows<Attempt>(finding, [brandId, id]),
    );
    return attempt ?? null;
  }

  /** Of two that come at once one takes it. */
  async take(brandId: string, id: string, proofHash: string, at: Date): Promise<boolean> {
    return (
      (await this.database.within(brandId, () =>
        this.database.count(taking, [brandId, id, at, proofHash]),
      )) === 1
    );
  }
}
