import { Injectable } from '@nestjs/common';
import { Database, type Statement } from '../../common/database.js';

/** A session whose refresh token one process has in hand. */
export type Claimed = {
  /** Sealed. */
  readonly refreshToken: string;
  readonly hostProofAt: Date;
  /** Of the attempt by which the consumer was proven: a renewed token has it, or none. */
  readonly nonce: string;
};

/** The attempt a renewal is: the service's own, so that it is traced and settled as any other. */
export type NewRenewal = {
  readonly brandId: string;
  readonly id: string;
  readonly connectionId: string;
  readonly keyThumbprint: string;
  readonly origin: string;
  readonly nonce: string;
  readonly at: Date;
  readonly expiresAt: Date;
};

const claiming: Statement = {
  name: 'refreshes.claim',
  text: `UPDATE sessions s SET refreshing_until = $4
    WHERE s.brand_id = $1 AND s.id = $2 AND s.ended_at IS NULL AND s.refresh_token IS NOT NULL
      AND s.host_proof_at IS NOT NULL AND (s.refreshing_until IS NULL OR s.refreshing_until <= $3)
    RETURNING s.refresh_token AS "refreshToken", s.host_proof_at AS "hostProofAt",
      coalesce((SELECT a.nonce FROM attempts a WHERE a.brand_id = s.brand_id AND a.id = s.attempt_id), '') AS nonce`,
};
const beginning: Statement = {
  name: 'refreshes.begin',
  text: `INSERT INTO attempts (brand_id, id, connection_id, key_thumbprint, origin, reason, nonce, started_at, expires_at,
      used_at)
    VALUES ($1, $2, $3, $4, $5, 'renew', $6, $7, $8, $7)`,
};
const releasing: Statement = {
  name: 'refreshes.release',
  text: `UPDATE sessions SET refreshing_until = NULL, refresh_token = CASE WHEN $3::boolean THEN NULL ELSE refresh_token END
    WHERE brand_id = $1 AND id = $2`,
};

@Injectable()
export class RefreshesRepository {
  constructor(private readonly database: Database) {}

  /** Of many, in whatever processes, one gets it. Undefined: another has it, or there is none. */
  async claim(brandId: string, sessionId: string, now: Date, until: Date): Promise<Claimed | undefined> {
    const [claimed] = await this.database.within(brandId, () =>
      this.database.rows<Claimed>(claiming, [brandId, sessionId, now, until]),
    );
    return claimed;
  }

  /** Whether some process has it in hand. */
  async isClaimed(brandId: string, sessionId: string, now: Date): Promise<boolean> {
    const where = { brandId, id: sessionId, endedAt: null, refreshingUntil: { gt: now } };
    return (await this.database.within(brandId, (prisma) => prisma.session.count({ where }))) > 0;
  }

  async begin({
    brandId,
    id,
    connectionId,
    keyThumbprint,
    origin,
    nonce,
    ...times
  }: NewRenewal): Promise<void> {
    const values = [brandId, id, connectionId, keyThumbprint, origin, nonce, times.at, times.expiresAt];
    await this.database.within(brandId, () => this.database.count(beginning, values));
  }

  /** @param spent the provider takes it no longer: it is not tried again */
  async release(brandId: string, sessionId: string, spent: boolean): Promise<void> {
    await this.database.within(brandId, () => this.database.count(releasing, [brandId, sessionId, spent]));
  }
}
