import type { RejectionReason } from '@countersign/claims';
import { GRACE_MS } from '@countersign/protocol';
import { Injectable } from '@nestjs/common';
import { Database, type Statement } from '../common/database.js';
import { PersonalKeys } from '../personal/index.js';
import type { LiveSession } from './live-session.js';
import { type LiveRow, toLive, wholeSession } from './live-session.row.js';
import type { SessionToken } from './session-token.js';

/** Of nobody yet. One that a proof opens is made where single use is decided: see `SettlementsRepository`. */
export type NewAnonymous = {
  readonly brandId: string;
  readonly id: string;
  readonly connectionId: string;
  readonly keyThumbprint: string;
  readonly origin: string;
  readonly attemptId: string | null;
  readonly rejectedReason: RejectionReason | null;
  readonly openedAt: Date;
};

type SessionKey = { readonly brandId: string; readonly id: string };

const named = (name: string, door: string): Statement => ({
  name: `sessions.${name}`,
  text: `SELECT brand AS "brandId", id FROM ${door}`,
});
const byToken = named('by-token', 'session_by_token($1, $2)');
const goneStale = named('gone-stale', 'sessions_gone_stale($1, $2)');
const runOut = named('run-out', 'sessions_run_out($1, $2)');
/** At one look. */
const LOOKED_AT = 500;

const byId = wholeSession('by-id', 'WHERE s.brand_id = $1 AND s.id = $2');
const byIds = wholeSession('by-ids', 'WHERE s.brand_id = $1 AND s.id = ANY($2::uuid[])');
const liveOfKey = wholeSession(
  'live-of-key',
  'WHERE s.brand_id = $1 AND s.key_thumbprint = $2 AND s.ended_at IS NULL ORDER BY s.opened_at DESC LIMIT 1',
);
const holdingOfConsumer = wholeSession(
  'holding-of-consumer',
  'WHERE s.brand_id = $1 AND s.consumer_id = $2 AND s.ended_at IS NULL AND s.holds_until > $3 ORDER BY s.verified_at DESC LIMIT 1',
);
const issuing = wholeSession(
  'issue-token',
  'WHERE s.brand_id = $1 AND s.id = $2',
  `WITH token AS (
    INSERT INTO session_tokens (brand_id, session_id, hash, expires_at)
    SELECT brand_id, id, $3, $4 FROM sessions
    WHERE brand_id = $1 AND id = $2 AND ended_at IS NULL AND (holds_until IS NULL OR holds_until > $5))`,
);
const openingAnonymous: Statement = {
  name: 'sessions.open-anonymous',
  text: `WITH previous AS (SELECT id, family FROM take_over($1, $4, NULL, $8)), opened AS (
      INSERT INTO sessions (brand_id, id, connection_id, key_thumbprint, origin, attempt_id, rejected_reason, opened_at,
        family_id)
      SELECT $1::uuid, $2::uuid, $3::uuid, $4, $5, $6::uuid, $7, $8::timestamptz, coalesce(family, $2::uuid)
      FROM previous
    )
    SELECT id FROM previous`,
};

@Injectable()
export class SessionsRepository {
  constructor(
    private readonly database: Database,
    private readonly keys: PersonalKeys,
  ) {}

  async byTokenHash(hash: string, now: Date): Promise<LiveSession | undefined> {
    const [found] = await this.database.rows<SessionKey>(byToken, [hash, now]);
    return found && this.byId(found.brandId, found.id, now);
  }

  async byId(brandId: string, id: string, now: Date): Promise<LiveSession | undefined> {
    const [row] = await this.database.within(brandId, () => this.database.rows<LiveRow>(byId, [brandId, id]));
    return row && toLive(this.keys, row, now);
  }

  async byIds(brandId: string, ids: readonly string[], now: Date): Promise<readonly LiveSession[]> {
    const rows = await this.database.within(brandId, () =>
      this.database.rows<LiveRow>(byIds, [brandId, ids]),
    );
    return Promise.all(rows.map((row) => toLive(this.keys, row, now)));
  }

  /** Whose proof ran out in this span: after the first moment, up to and with the second. */
  async staleBetween(after: Date, upTo: Date): Promise<readonly SessionKey[]> {
    return this.database.rows<SessionKey>(goneStale, [after, upTo]);
  }

  /** Whose proof ran out before a moment, and who was not ended yet. */
  async ranOutBefore(moment: Date): Promise<readonly SessionKey[]> {
    return this.database.rows<SessionKey>(runOut, [moment, LOOKED_AT]);
  }

  async liveOfKey(brandId: string, keyThumbprint: string, now: Date): Promise<LiveSession | undefined> {
    const [row] = await this.database.within(brandId, () =>
      this.database.rows<LiveRow>(liveOfKey, [brandId, keyThumbprint]),
    );
    return row && toLive(this.keys, row, now);
  }

  /** Whether anybody was ever proven by this key, before this session. */
  async provenBefore(brandId: string, keyThumbprint: string, sessionId: string): Promise<boolean> {
    const where = { brandId, keyThumbprint, consumerId: { not: null }, id: { not: sessionId } };
    return (
      (await this.database.within(brandId, (prisma) =>
        prisma.session.findFirst({ where, select: { id: true } }),
      )) !== null
    );
  }

  /** On whatever device: the latest whose proof counts at the moment. */
  async holdingOfConsumer(brandId: string, consumerId: string, now: Date): Promise<LiveSession | undefined> {
    const [row] = await this.database.within(brandId, () =>
      this.database.rows<LiveRow>(holdingOfConsumer, [brandId, consumerId, now]),
    );
    return row && toLive(this.keys, row, now);
  }

  async liveOfConnections(brandId: string, connectionIds: readonly string[]): Promise<readonly string[]> {
    const rows = await this.database.within(brandId, (prisma) =>
      prisma.session.findMany({
        where: { brandId, endedAt: null, connectionId: { in: [...connectionIds] } },
        select: { id: true },
      }),
    );
    return rows.map(({ id }) => id);
  }

  /** Opens one and ends the others of the same key. Answers the id of the one that was live before. */
  async openAnonymous(session: NewAnonymous): Promise<string | null> {
    const { brandId, id, connectionId, keyThumbprint, origin, attemptId, rejectedReason, openedAt } = session;
    const values = [brandId, id, connectionId, keyThumbprint, origin, attemptId, rejectedReason, openedAt];
    const [previous] = await this.database.within(brandId, () =>
      this.database.rows<{ id: string | null }>(openingAnonymous, values),
    );
    return previous?.id ?? null;
  }

  /** Reads it and, unless it is over, gives it one more token. */
  async issue(
    { brandId, id }: SessionKey,
    { hash, expiresAt }: SessionToken,
    now: Date,
  ): Promise<LiveSession | undefined> {
    const heldAfter = new Date(now.getTime() - GRACE_MS);
    const [row] = await this.database.within(brandId, () =>
      this.database.rows<LiveRow>(issuing, [brandId, id, hash, expiresAt, heldAfter]),
    );
    return row && toLive(this.keys, row, now);
  }

  /** Ends it once: answers whether it was this call that did. */
  async end(brandId: string, id: string, why: string, at: Date): Promise<boolean> {
    return this.database.within(brandId, async (prisma) => {
      const { count } = await prisma.session.updateMany({
        where: { brandId, id, endedAt: null },
        data: { endedAt: at, endReason: why },
      });
      if (count > 0) await prisma.sessionToken.deleteMany({ where: { brandId, sessionId: id } });
      return count > 0;
    });
  }
}
