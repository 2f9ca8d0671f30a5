import { type Fact, type IdTokenClaims, type RejectionReason, storable } from '@countersign/claims';
import {
  addressOf,
  displayNameOf,
  factsFromClaims,
  factsFromLiveperson,
  reject,
  renewableUntil,
  shellSteps,
  stepFailed,
  stepPassed,
} from '@countersign/protocol';
import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { Events } from '../common/events.js';
import { newId } from '../common/ids.js';
import { Sealer } from '../common/sealer.js';
import { type Connection, emailAuthorityOf } from '../connections/index.js';
import { PushService } from '../facts/index.js';
import type { Attempt } from './attempts.repository.js';
import type { Judged } from './judging.js';
import type { LiveSession, Speaker } from './live-session.js';
import { newToken, type SessionToken } from './session-token.js';
import { SessionsRepository } from './sessions.repository.js';
import { type Fresh, SettlementsRepository, type ToSettle } from './settlements.repository.js';
import { SuccessionService } from './succession.service.js';
import { TraceRecorder } from './trace-recorder.js';
import type { TraceRow } from './traces.repository.js';
import { UsedProofsRepository } from './used-proofs.repository.js';

/** What became of it once the store has had its say. */
export type Settlement = {
  readonly judged: Judged;
  readonly sessionId: string | null;
  /** Where this very proof opened the session: the trace is stored with it. */
  readonly opened?: Opened;
  readonly traced?: TraceRow;
};

/** A session as it was opened, with its first token. */
export type Opened = Speaker &
  Pick<LiveSession, 'connectionKey' | 'displayName' | 'verifiedAt' | 'holdsUntil' | 'attemptId'> & {
    readonly token: SessionToken;
  };

/** What a renewal by the service itself goes on with: what the new token does not say, the first one said. */
export type Renewal = Pick<LiveSession, 'sessionId' | 'sid' | 'authenticatedAt' | 'acr'> & {
  readonly hostProofAt: Date;
};

type Verified = Judged & { readonly verdict: Extract<Judged['verdict'], { kind: 'verified' }> };
type Whole = {
  readonly connection: Connection;
  readonly attempt: Attempt;
  readonly verified: Verified;
  readonly facts: readonly Fact[];
  readonly openedAt: Date;
  readonly trace: TraceRow;
  readonly renewal: Renewal | undefined;
  /** Sealed. */
  readonly refreshToken: string | null;
};

const SKEW_MS = 60_000;
/** The end of the year 9999. */
const LAST_SECOND = 253_402_300_799;
const isVerified = (judged: Judged): judged is Verified => judged.verdict.kind === 'verified';

/** Single use, the consumer, the facts and the session: one transaction, all or nothing. */
@Injectable()
export class SettleService {
  constructor(
    private readonly settlements: SettlementsRepository,
    private readonly used: UsedProofsRepository,
    private readonly sessions: SessionsRepository,
    private readonly pushes: PushService,
    private readonly recorder: TraceRecorder,
    private readonly succession: SuccessionService,
    private readonly sealer: Sealer,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /** @param begun when the proof came, by the process's own clock: a trace says how long it took */
  async settle(
    connection: Connection,
    attempt: Attempt,
    judged: Judged,
    begun: number,
    renewal?: Renewal,
  ): Promise<Settlement> {
    if (!isVerified(judged)) return { judged, sessionId: null };
    const { facts, notes } = this.mapped(connection, judged);
    const openedAt = this.clock.now();
    const sessionId = newId(openedAt);
    const verified: Verified = {
      ...judged,
      steps: [...judged.steps, stepPassed(shellSteps.singleUse)],
      notes: [...judged.notes, ...notes],
    };
    const trace = await this.recorder.rowOf(connection, attempt, {
      judged: verified,
      origin: attempt.origin,
      durationMs: performance.now() - begun,
      settled: { sessionId },
    });
    const refreshToken = this.sealed(connection.brandId, sessionId, judged.refreshToken);
    const whole = { connection, attempt, verified, facts, openedAt, trace, renewal, refreshToken };
    const toSettle = toSettleOf(whole);
    const fresh = await this.settlements.settle(toSettle, sessionId, () => newId(openedAt));
    if (fresh === 'logged-out') return { judged: refusedOnce(judged, 'session_ended'), sessionId: null };
    if (fresh !== 'used-before') {
      await this.tell(connection, attempt, judged, facts, { ...fresh, sessionId });
      return {
        judged: verified,
        sessionId,
        opened: openedOf(connection, toSettle, { ...fresh, sessionId }),
        traced: trace,
      };
    }
    const own = await this.ownedBy(toSettle, attempt, sessionId);
    return 'reason' in own
      ? { judged: refusedOnce(judged, own.reason), sessionId: null }
      : { judged: verified, sessionId: own.sessionId };
  }

  private async tell(
    connection: Connection,
    attempt: Attempt,
    { verdict }: Verified,
    facts: readonly Fact[],
    fresh: Fresh & { readonly sessionId: string },
  ): Promise<void> {
    const { brandId } = connection;
    const { sessionId, consumerId, isNew, previousSessionId } = fresh;
    const address = addressOf(verdict.person, facts, connection);
    if (address !== undefined) await this.pushes.adopt(connection, address, consumerId);
    const answered = await this.succession.follow({ brandId, ...fresh }, attempt);
    this.events.emit('session.opened', {
      brandId,
      sessionId,
      consumerId,
      isNew,
      previousSessionId,
      steppedUp: attempt.demands !== null,
      ...(answered === undefined ? {} : { answered }),
    });
    this.events.emit('facts.changed', { brandId, consumerId });
  }

  private sealed(brandId: string, sessionId: string, refreshToken: string | undefined): string | null {
    return refreshToken === undefined
      ? null
      : this.sealer.seal(refreshToken, refreshTokenPlace(brandId, sessionId));
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

  /** The first key to present a proof owns it. The same key again gets its own session, while that lives. */
  private async ownedBy(
    { brandId, issuerId, fingerprints, keyThumbprint, openedAt }: ToSettle,
    { reason }: Attempt,
    sessionId: string,
  ): Promise<{ readonly sessionId: string } | { readonly reason: RejectionReason }> {
    const owner = await this.used.ownerOf({ brandId, issuerId, fingerprints, sessionId });
    if (owner.keyThumbprint !== keyThumbprint) return { reason: 'proof_replayed' };
    if (reason === 'renew') return { reason: 'proof_unchanged' };
    const own =
      owner.sessionId === null ? undefined : await this.sessions.byId(brandId, owner.sessionId, openedAt);
    const lives = own && own.endReason === null && own.assurance !== 'ended';
    return lives ? { sessionId: own.sessionId } : { reason: 'session_ended' };
  }
}

/** Where a refresh token belongs: moved to another session it does not open. */
export const refreshTokenPlace = (brandId: string, sessionId: string) =>
  [brandId, 'sessions', 'refresh_token', sessionId] as const;

const toSettleOf = ({ connection, attempt, verified, facts, openedAt, trace, ...more }: Whole): ToSettle => ({
  brandId: connection.brandId,
  issuerId: connection.issuer.id,
  connectionId: connection.id,
  attemptId: attempt.id,
  keyThumbprint: attempt.keyThumbprint,
  origin: attempt.origin,
  fingerprints: verified.fingerprints,
  keepUntil: keptUntil(verified.verdict.claims),
  subject: verified.verdict.person.subject,
  displayName: displayNameOf(facts),
  signingKeyId: verified.keyId ?? null,
  openedAt,
  holdsUntil: heldUntil(connection, verified.verdict.claims, openedAt, more.renewal),
  ...signedInAt(verified.verdict.claims, more.renewal),
  renews: more.renewal?.sessionId ?? null,
  hostProofAt: more.renewal?.hostProofAt ?? openedAt,
  refreshToken: more.refreshToken,
  begunAt: attempt.startedAt,
  issuedAt: issuedAt(verified.verdict.claims),
  facts,
  addressedBy: connection.factsKey === null ? undefined : connection.mapping[connection.factsKey],
  trace,
  token: newToken(openedAt),
});

const openedOf = (
  { key }: Connection,
  { brandId, openedAt, holdsUntil, attemptId, token }: ToSettle,
  { sessionId, familyId, consumerId, displayName }: Fresh & { readonly sessionId: string },
): Opened => ({
  brandId,
  sessionId,
  familyId,
  consumerId,
  connectionKey: key,
  displayName,
  verifiedAt: openedAt,
  holdsUntil,
  attemptId,
  token,
});

/** For the minutes of the connection. A proof made for LivePerson says itself when to ask again. */
function heldUntil(
  { mode, assuranceMinutes }: Connection,
  { exp }: IdTokenClaims,
  openedAt: Date,
  renewal: Renewal | undefined,
): Date {
  if (mode === 'liveperson') return new Date(exp * 1_000);
  const until = new Date(openedAt.getTime() + assuranceMinutes * 60_000);
  const latest = renewal && renewableUntil(renewal.hostProofAt);
  return latest && latest < until ? latest : until;
}

/** The provider's session, and when and how the consumer signed in there. OpenID Connect Core 1.0, section 2. */
const signedInAt = ({ sid, auth_time: at, acr }: IdTokenClaims, before: Renewal | undefined) => ({
  sid: typeof sid === 'string' ? storable(sid) : (before?.sid ?? null),
  // A moment no calendar has is none.
  authenticatedAt:
    at === undefined || Math.abs(at) > LAST_SECOND ? (before?.authenticatedAt ?? null) : new Date(at * 1_000),
  acr: acr === undefined ? (before?.acr ?? null) : storable(acr),
});

/** Only without a nonce does it matter: with one, the token was made for the attempt. */
const issuedAt = ({ nonce, iat }: IdTokenClaims): Date | null =>
  nonce === undefined ? new Date(iat * 1_000) : null;

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
