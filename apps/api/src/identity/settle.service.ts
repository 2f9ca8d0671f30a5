import type { Fact, IdTokenClaims, RejectionReason } from '@countersign/claims';
import {
  addressOf,
  displayNameOf,
  factsFromClaims,
  factsFromLiveperson,
  reject,
  shellSteps,
  stepFailed,
  stepPassed,
} from '@countersign/protocol';
import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { Events } from '../common/events.js';
import { newId } from '../common/ids.js';
import { type Connection, emailAuthorityOf } from '../connections/index.js';
import { FactsRepository, PushService } from '../facts/index.js';
import type { Attempt } from './attempts.repository.js';
import { ConsumersRepository } from './consumers.repository.js';
import type { Judged } from './judging.js';
import { type NewSession, SessionsRepository, type Transaction } from './sessions.repository.js';
import { UsedProofsRepository } from './used-proofs.repository.js';

/** What became of it once the store has had its say. */
export type Settlement = { readonly judged: Judged; readonly sessionId: string | null };

type Verified = Judged & { readonly verdict: Extract<Judged['verdict'], { kind: 'verified' }> };
type Opened = { sessionId: string; consumerId: string; previousSessionId: string | null; fresh: boolean };

const SKEW_MS = 60_000;
const isVerified = (judged: Judged): judged is Verified => judged.verdict.kind === 'verified';

/** Single use, the consumer, the facts and the session: one transaction, all or nothing. */
@Injectable()
export class SettleService {
  constructor(
    private readonly sessions: SessionsRepository,
    private readonly used: UsedProofsRepository,
    private readonly consumers: ConsumersRepository,
    private readonly facts: FactsRepository,
    private readonly pushes: PushService,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  async settle(connection: Connection, attempt: Attempt, judged: Judged): Promise<Settlement> {
    if (!isVerified(judged)) return { judged, sessionId: null };
    const mapped = this.mapped(connection, judged);
    const opened = await this.sessions.transaction((tx) =>
      this.open(tx, connection, attempt, judged, mapped.facts),
    );
    if (typeof opened === 'string') return { judged: refusedOnce(judged, opened), sessionId: null };
    if (opened.fresh) await this.tell(connection, judged, mapped.facts, opened);
    const steps = [...judged.steps, stepPassed(shellSteps.singleUse)];
    return {
      judged: { ...judged, steps, notes: [...judged.notes, ...mapped.notes] },
      sessionId: opened.sessionId,
    };
  }

  private async tell(
    connection: Connection,
    { verdict }: Verified,
    facts: readonly Fact[],
    opened: Opened,
  ): Promise<void> {
    const { brandId } = connection;
    const { sessionId, consumerId, previousSessionId } = opened;
    const address = addressOf(verdict.person, facts, connection);
    if (address !== undefined) await this.pushes.adopt(connection, address, consumerId);
    this.events.emit('session.opened', { brandId, sessionId, consumerId, previousSessionId });
    this.events.emit('facts.changed', { brandId, consumerId });
  }

  private mapped(
    { mapping, authoritative, declared, mode, issuer, key }: Connection,
    { verdict, keyId, userinfo }: Verified,
  ) {
    const at = this.clock.now().toISOString();
    const read = mode === 'liveperson' ? factsFromLiveperson : factsFromClaims;
    const from = (source: 'id_token' | 'userinfo', claims: Readonly<Record<string, unknown>>) =>
      read({
        claims,
        mapping,
        authoritative,
        emailAuthority: emailAuthorityOf(issuer.url),
        declared,
        provenance: {
          source,
          issuer: issuer.url,
          issuerLabel: issuer.label,
          connection: key,
          at,
          ...(source === 'id_token' && keyId !== undefined ? { keyId } : {}),
        },
      });
    const token = from('id_token', verdict.claims);
    const more = userinfo ? from('userinfo', userinfo) : { facts: [], notes: [] };
    return { facts: [...more.facts, ...token.facts], notes: [...token.notes, ...more.notes] };
  }

  private async open(
    tx: Transaction,
    connection: Connection,
    attempt: Attempt,
    judged: Verified,
    facts: readonly Fact[],
  ): Promise<Opened | RejectionReason> {
    const { brandId, issuer } = connection;
    const openedAt = this.clock.now();
    const id = newId(openedAt);
    const known = { brandId, issuerId: issuer.id, subject: judged.verdict.person.subject };
    const consumer = await this.consumers.recognise(tx, known, newId(openedAt), openedAt);
    const consumerId = consumer.id;
    const before = await this.claim(tx, connection, attempt, judged, id, openedAt);
    if (typeof before === 'string') return before;
    if (before) return { sessionId: before.sessionId, consumerId, previousSessionId: null, fresh: false };
    const session: NewSession = {
      brandId,
      id,
      connectionId: connection.id,
      consumerId,
      keyThumbprint: attempt.keyThumbprint,
      origin: attempt.origin,
      attemptId: attempt.id,
      rejectedReason: null,
      signingKeyId: judged.keyId ?? null,
      openedAt,
      verifiedAt: openedAt,
      holdsUntil: heldUntil(connection, judged.verdict.claims, openedAt),
    };
    const previous = await this.sessions.open(tx, session);
    const from = { brandId, consumerId, connectionId: connection.id };
    if (!consumer.isNew) await this.facts.dropFor(tx, from, facts);
    await this.facts.add(tx, from, facts, () => newId(openedAt));
    const name = displayNameOf(facts);
    if (name) await this.consumers.rename(tx, brandId, consumer, name.text, name.sealed);
    return { sessionId: id, consumerId, previousSessionId: previous?.id ?? null, fresh: true };
  }

  /** The first key to present a proof owns it. The same key again gets its own session, while that lives. */
  private async claim(
    tx: Transaction,
    { brandId, issuer }: Connection,
    attempt: Attempt,
    { fingerprints, verdict }: Verified,
    sessionId: string,
    usedAt: Date,
  ): Promise<RejectionReason | { sessionId: string } | undefined> {
    const { keyThumbprint } = attempt;
    const shared = { brandId, issuerId: issuer.id, keyThumbprint, sessionId, usedAt };
    const keepUntil = keptUntil(verdict.claims);
    const owner = await this.used.claim(
      tx,
      fingerprints.map((fingerprint) => ({ ...shared, fingerprint, keepUntil })),
    );
    if (!owner) return undefined;
    if (owner.keyThumbprint !== keyThumbprint) return 'proof_replayed';
    if (attempt.reason === 'renew') return 'proof_unchanged';
    const own =
      owner.sessionId === null ? undefined : await this.sessions.byId(brandId, owner.sessionId, usedAt);
    const lives = own && own.endReason === null && own.assurance !== 'ended';
    return lives ? { sessionId: own.sessionId } : 'session_ended';
  }
}

/** For the minutes of the connection. A proof made for LivePerson says itself when to ask again. */
const heldUntil = (connection: Connection, { exp }: IdTokenClaims, openedAt: Date): Date =>
  connection.mode === 'liveperson'
    ? new Date(exp * 1_000)
    : new Date(openedAt.getTime() + connection.assuranceMinutes * 60_000);

const keptUntil = ({ exp }: IdTokenClaims): Date => new Date(exp * 1_000 + SKEW_MS);

const seenOnce: Partial<Record<RejectionReason, string>> = {
  proof_replayed: 'one another browser has used',
  proof_unchanged: 'the one that is in use already',
  session_ended: 'one whose session has ended',
};

function refusedOnce(judged: Verified, reason: RejectionReason): Judged {
  const rejection = reject(reason, 'a proof not used before', seenOnce[reason] ?? 'one that was used');
  const steps = [...judged.steps, stepFailed(shellSteps.singleUse, rejection)];
  return { ...judged, steps, verdict: { kind: 'rejected', reason } };
}
