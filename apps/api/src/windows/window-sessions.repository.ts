import { Injectable } from '@nestjs/common';
import { Database, type Statement } from '../common/database.js';

/** A window that comes with its key for the first time after it was popped out. */
export type Newcomer = {
  readonly brandId: string;
  readonly id: string;
  readonly keyThumbprint: string;
  readonly origin: string;
  readonly windowHash: string;
  readonly now: Date;
};
export type PoppedOut = { readonly consumerId: string | null; readonly previousSessionId: string | null };

const binding: Statement = {
  name: 'window-sessions.bind',
  text: 'UPDATE sessions SET window_hash = $3 WHERE brand_id = $1 AND id = $2 AND ended_at IS NULL',
};
/**
 * Two windows share one cookie. The one that was there first may ask before the browser has the cookie that came with the
 * other's proof: what it has is that of the same person by the same key, and must not end what they have just proven.
 */
const finding: Statement = {
  name: 'window-sessions.subject',
  text: `SELECT p.subject FROM sessions s JOIN consumers p ON p.brand_id = s.brand_id AND p.id = s.consumer_id
    WHERE s.brand_id = $1 AND s.key_thumbprint = $2 AND s.ended_at IS NULL AND (s.window_hash = $3 OR EXISTS (
      SELECT FROM sessions former
      WHERE former.brand_id = s.brand_id AND former.key_thumbprint = s.key_thumbprint AND former.window_hash = $3
        AND former.consumer_id = s.consumer_id AND former.end_reason = 'replaced'))
    ORDER BY s.opened_at DESC LIMIT 1`,
};
/**
 * As the session it comes from: the same family, person, proof and time; nothing is raised by it. That session is locked:
 * a logout that ends its family comes before, and then nothing is opened, or after, and then finds what was.
 */
const poppingOut: Statement = {
  name: 'window-sessions.pop-out',
  text: `WITH ticket AS (
      DELETE FROM window_tickets WHERE brand_id = $1 AND window_hash = $2 AND expires_at > $3 RETURNING session_id
    ), source AS (
      SELECT s.* FROM sessions s JOIN ticket t ON t.session_id = s.id WHERE s.brand_id = $1 AND s.ended_at IS NULL
      FOR UPDATE OF s
    ), previous AS (
      SELECT former.id FROM source, LATERAL take_over($1, $4, source.consumer_id, $3) AS former
    ), opened AS (
      INSERT INTO sessions (brand_id, id, connection_id, consumer_id, key_thumbprint, origin, attempt_id, signing_key_id,
        rejected_reason, opened_at, verified_at, host_proof_at, holds_until, family_id, sid, authenticated_at, acr,
        window_hash)
      SELECT brand_id, $5::uuid, connection_id, consumer_id, $4, $6, attempt_id, signing_key_id, rejected_reason,
        $3::timestamptz, verified_at, host_proof_at, holds_until, family_id, sid, authenticated_at, acr, $2
      FROM source
    )
    SELECT source.consumer_id AS "consumerId", (SELECT id FROM previous) AS "previousSessionId" FROM source`,
};

@Injectable()
export class WindowSessionsRepository {
  constructor(private readonly database: Database) {}

  /** From now on it goes on for whoever has this cookie beside the key. */
  async bind(brandId: string, sessionId: string, windowHash: string): Promise<void> {
    await this.database.within(brandId, () => this.database.count(binding, [brandId, sessionId, windowHash]));
  }

  /** Who sits in front of the window with this key and this cookie. */
  async subjectOf(brandId: string, keyThumbprint: string, windowHash: string): Promise<string | undefined> {
    const [row] = await this.database.within(brandId, () =>
      this.database.rows<{ subject: string }>(finding, [brandId, keyThumbprint, windowHash]),
    );
    return row?.subject;
  }

  /** Undefined: nothing was redeemed by this cookie, or what it came from has ended. */
  async popOut(newcomer: Newcomer): Promise<PoppedOut | undefined> {
    const { brandId, id, keyThumbprint, origin, windowHash, now } = newcomer;
    const values = [brandId, windowHash, now, keyThumbprint, id, origin];
    const [row] = await this.database.within(brandId, () =>
      this.database.rows<PoppedOut>(poppingOut, values),
    );
    return row;
  }
}
