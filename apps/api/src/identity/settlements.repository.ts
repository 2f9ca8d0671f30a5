import type { Fact } from '@countersign/claims';
import { Injectable } from '@nestjs/common';
import { Database, type Statement, type Value } from '../common/database.js';
import type { Keyed } from '../common/keyed.js';
import {
  blindOf,
  digestOf,
  factPlace,
  nameOf,
  namePlace,
  type OwnKey,
  PersonalKeys,
  sealValue,
} from '../personal/index.js';
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
  /** The fact by which the brand's server addresses consumers, where it does. */
  readonly addressedBy: string | undefined;
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
  | (Fresh & { readonly sealedName: string | null; readonly loggedOut: false })
  | { readonly consumerId: null; readonly loggedOut: boolean };

/**
 * Whoever signed out meanwhile stays so: asked in this very statement. Then single use, and nothing is written but by way
 * of it. The consumer is found by issuer and subject, or made; an address never plays a part. Its row stays locked to the
 * end: what one person's browsers do at once is done one after the other. A fact takes the place of the same source's
 * older one, which a trigger keeps where it said something else; what is missing keeps its value and time.
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
      INSERT INTO consumers AS person (brand_id, id, issuer_id, subject, sealed_name, name_sealed, created_at, wrapped_key)
      SELECT $1::uuid, $8::uuid, $2::uuid, $9, $10, $11::boolean, $5::timestamptz, $32 FROM fresh
      ON CONFLICT (brand_id, issuer_id, subject) DO UPDATE SET
        sealed_name = coalesce(excluded.sealed_name, person.sealed_name),
        display_name = CASE WHEN excluded.sealed_name IS NULL THEN person.display_name END,
        name_sealed = CASE WHEN excluded.sealed_name IS NULL THEN person.name_sealed ELSE excluded.name_sealed END,
        wrapped_key = one_key(person.wrapped_key, excluded.wrapped_key)
      RETURNING id, display_name, sealed_name
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
      INSERT INTO facts (brand_id, id, consumer_id, connection_id, name, sealed_value, blind, digest, source, sealed,
        signing_key_id, at, until)
      SELECT $1::uuid, fact.id, known.id, $12::uuid, fact.name, fact."sealedValue", fact.blind, fact.digest, fact.source,
        fact.sealed, fact."keyId", fact.at, fact.until
      FROM known, jsonb_to_recordset($17::jsonb) AS fact (id uuid, name text, "sealedValue" text, blind text,
        digest text, source text, sealed boolean, "keyId" text, at timestamptz, until timestamptz)
      ON CONFLICT (brand_id, consumer_id, connection_id, source, name) DO UPDATE SET
        id = excluded.id, value = NULL, sealed_value = excluded.sealed_value, blind = excluded.blind,
        digest = excluded.digest, sealed = excluded.sealed, signing_key_id = excluded.signing_key_id, at = excluded.at, until = excluded.until
    ), outcome AS (
      UPDATE attempts SET outcome = 'verified', session_id = $4 FROM known
      WHERE attempts.brand_id = $1 AND attempts.id = $14
    ), traced AS (
      INSERT INTO traces (brand_id, id, attempt_id, connection_id, at, outcome, origin, settled, trace)
      SELECT $1::uuid, $18::uuid, $14::uuid, $12::uuid, $19::timestamptz, 'verified', $20, true, $21::jsonb FROM known
    )
    SELECT (SELECT id FROM known) AS "consumerId", NOT $33::boolean AS "isNew",
      (SELECT display_name FROM known) AS "displayName", (SELECT sealed_name FROM known) AS "sealedName",
      (SELECT id FROM previous) AS "previousSessionId", (SELECT family FROM previous) AS "familyId",
      (SELECT closed FROM door) AS "loggedOut"`,
};

@Injectable()
export class SettlementsRepository {
  constructor(
    private readonly database: Database,
    private readonly keys: PersonalKeys,
  ) {}

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
    for (let left = LOOKS; ; left -= 1) {
      const person = await this.personOf(one, newId);
      try {
        return await this.write(one, sessionId, person, newId);
      } catch (error) {
        if (!isOtherKey(error) || left === 1) throw error;
        this.keys.forget(person.wrapped);
      }
    }
  }

  /** Asked before the statement, since what it stores is sealed under their key. Whoever is new gets one. */
  private async personOf({ brandId, issuerId, subject }: ToSettle, newId: () => string): Promise<Person> {
    const values = [brandId, issuerId, subject];
    const [row] = await this.database.within(brandId, () =>
      this.database.rows<{ id: string; wrapped: string | null }>(knowing, values),
    );
    const id = row?.id ?? newId();
    const wrapped = row?.wrapped ?? null;
    const own =
      wrapped === null
        ? await this.keys.make(brandId, id)
        : { wrapped, key: await this.keys.open(brandId, id, wrapped) };
    return { id, isKnown: row !== undefined, ...own };
  }

  private async write(one: ToSettle, sessionId: string, person: Person, newId: () => string) {
    const { brandId } = one;
    const brand = await this.keys.ofBrand(brandId);
    const facts = one.facts.map((fact) => {
      const { name, value } = fact;
      const blind =
        name === one.addressedBy && typeof value === 'string' ? blindOf(brand, name, value) : null;
      return { ...toRow(brandId, newId(), fact, person.key), blind };
    });
    const values = valuesOf(one, sessionId, person, facts);
    const [row] = await this.database.within(brandId, () => this.database.rows<Row>(settling, values));
    if (!row || row.consumerId === null) return row?.loggedOut ? 'logged-out' : 'used-before';
    const { sealedName, ...fresh } = row;
    const named = { brandId, consumerId: person.id, wrappedKey: person.wrapped };
    return { ...fresh, displayName: await nameOf(this.keys, { ...fresh, sealedName, ...named }) };
  }
}

type Person = OwnKey & { readonly id: string; readonly isKnown: boolean };

/** Two browsers of a person who is new, or an erasure in between: it is looked once more, and then once more. */
const LOOKS = 3;
const isOtherKey = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'CS001';

const knowing: Statement = {
  name: 'settlements.person',
  text: 'SELECT id, wrapped_key AS wrapped FROM consumers WHERE brand_id = $1 AND issuer_id = $2 AND subject = $3',
};

const valuesOf = (one: ToSettle, sessionId: string, person: Person, facts: readonly object[]): Value[] => [
  one.brandId,
  one.issuerId,
  one.keyThumbprint,
  sessionId,
  one.openedAt,
  one.keepUntil,
  one.fingerprints,
  person.id,
  one.subject,
  one.displayName ? person.key.seal(one.displayName.text, namePlace(one.brandId, person.id)) : null,
  one.displayName?.sealed ?? false,
  one.connectionId,
  one.origin,
  one.attemptId,
  one.signingKeyId,
  one.holdsUntil,
  JSON.stringify(facts),
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
  person.wrapped,
  person.isKnown,
];

const toRow = (brandId: string, id: string, { name, value, sealed, provenance }: Fact, key: Keyed) => ({
  id,
  name,
  sealedValue: sealValue(key, value, factPlace(brandId, id)),
  digest: digestOf(key, name, value),
  source: provenance.source,
  sealed,
  keyId: provenance.keyId ?? null,
  at: provenance.at,
  until: provenance.until ?? null,
});
