import { assuranceAt } from '@countersign/protocol';
import type { Statement } from '../common/database.js';
import { relaxationsOf } from '../connections/index.js';
import { nameOf, type PersonalKeys } from '../personal/index.js';
import type { LiveSession } from './live-session.js';

/** As the database knows it: what is a function of the clock, and of the connection's mode, is not in it. */
export type LiveRow = Omit<LiveSession, 'relaxed' | 'assurance'> & {
  readonly sealedName: string | null;
  readonly wrappedKey: string | null;
  readonly mode: string;
  readonly flow: string;
  readonly pkce: boolean;
};

const columns = `s.brand_id AS "brandId", b.slug AS "brandSlug", s.id AS "sessionId", c.id AS "connectionId",
  c.key AS "connectionKey", c.label AS "connectionLabel", c.mode, c.flow, c.pkce, c.minimum, s.origin,
  s.key_thumbprint AS "keyThumbprint", s.family_id AS "familyId", s.consumer_id AS "consumerId", p.subject, p.display_name AS "displayName",
  p.sealed_name AS "sealedName", p.wrapped_key AS "wrappedKey",
  coalesce(p.name_sealed, false) AS "nameSealed", i.url AS "issuerUrl", i.label AS "issuerLabel",
  s.opened_at AS "openedAt", s.verified_at AS "verifiedAt", s.holds_until AS "holdsUntil", s.ended_at AS "endedAt",
  s.end_reason AS "endReason", s.rejected_reason AS rejected, s.attempt_id AS "attemptId", s.sid, s.authenticated_at AS "authenticatedAt",
  s.acr, c.step_up AS "stepUp", c.step_up_for AS "stepUpFor"`;
const tables = `sessions s
  JOIN connections c ON c.brand_id = s.brand_id AND c.id = s.connection_id
  JOIN brands b ON b.id = s.brand_id
  LEFT JOIN consumers p ON p.brand_id = s.brand_id AND p.id = s.consumer_id
  LEFT JOIN issuers i ON i.brand_id = p.brand_id AND i.id = p.issuer_id`;

/** @param which what follows the tables, from `WHERE` or another `JOIN` on */
export const wholeSession = (name: string, which: string, before = ''): Statement => ({
  name: `sessions.${name}`,
  text: `${before} SELECT ${columns} FROM ${tables} ${which}`,
});

export async function toLive(keys: PersonalKeys, live: LiveRow, now: Date): Promise<LiveSession> {
  const { mode, flow, pkce, sealedName, wrappedKey, ...row } = live;
  return {
    ...row,
    displayName: await nameOf(keys, live),
    relaxed: relaxationsOf({ mode, flow, pkce }),
    assurance: assuranceAt(row, now),
  };
}
