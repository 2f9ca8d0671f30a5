import { setTimeout as pause } from 'node:timers/promises';
import type { RejectionReason } from '@countersign/claims';
import type { SessionView } from '@countersign/contracts';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../common/clock.js';
import { DomainError } from '../../common/domain-error.js';
import { newId } from '../../common/ids.js';
import { Sealer } from '../../common/sealer.js';
import { type Connection, ConnectionsService } from '../../connections/index.js';
import { AttemptsService } from '../attempts.service.js';
import type { LiveSession } from '../live-session.js';
import { SessionsRepository } from '../sessions.repository.js';
import { SessionsService } from '../sessions.service.js';
import { type Opened, refreshTokenPlace, SettleService } from '../settle.service.js';
import { TraceRecorder } from '../trace-recorder.js';
import { type Claimed, RefreshesRepository } from './refreshes.repository.js';
import { RenewalJudge } from './renewal-judge.js';

type Renewed =
  | { readonly kind: 'verified'; readonly sessionId: string; readonly opened?: Opened }
  | { readonly kind: 'rejected'; readonly reason: RejectionReason; readonly attempt?: string };

/** Longer than discovery, token endpoint and keys may take, each with five seconds of its own. */
const IN_HAND_MS = 20_000;
const LOOK_EVERY_MS = 150;
const LIFETIME_MS = 10 * 60_000;

/**
 * Renews a proof by the provider's refresh token, without the page. However many ask for one session, in however many
 * processes, the provider is asked once: here they share one answer, elsewhere they wait for what comes of it.
 */
@Injectable()
export class RefreshService {
  private readonly underWay = new Map<string, Promise<Renewed>>();

  constructor(
    private readonly repository: RefreshesRepository,
    private readonly judge: RenewalJudge,
    private readonly connections: ConnectionsService,
    private readonly attempts: AttemptsService,
    private readonly settle: SettleService,
    private readonly recorder: TraceRecorder,
    private readonly sessions: SessionsService,
    private readonly live: SessionsRepository,
    private readonly sealer: Sealer,
    private readonly clock: Clock,
  ) {}

  async refresh(session: LiveSession): Promise<SessionView> {
    const { brandId, brandSlug, sessionId, connectionId, assurance } = session;
    // Nothing to renew yet: nobody makes the provider work by asking early.
    if (assurance === 'verified') return this.sessions.view(brandId, sessionId);
    const connection = await this.connections.byId(brandId, connectionId);
    if (!connection.refresh || session.subject === null)
      throw new DomainError('proof_rejected', { reason: 'refresh_refused' });
    const shared = this.underWay.get(sessionId);
    const renewed = await (shared ?? this.begin(connection, session));
    if (renewed.kind === 'rejected') {
      const { reason, attempt } = renewed;
      throw new DomainError('proof_rejected', { reason, ...(attempt === undefined ? {} : { attempt }) });
    }
    // The first token is for whoever was first; each of the others gets one of its own.
    return shared || !renewed.opened
      ? this.sessions.view(brandId, renewed.sessionId)
      : this.sessions.viewOpened(brandSlug, renewed.opened);
  }

  private begin(connection: Connection, session: LiveSession): Promise<Renewed> {
    const { sessionId } = session;
    const run = this.run(connection, session).finally(() => this.underWay.delete(sessionId));
    this.underWay.set(sessionId, run);
    return run;
  }

  private async run(connection: Connection, session: LiveSession): Promise<Renewed> {
    const { brandId, sessionId } = session;
    const now = this.clock.now();
    const until = new Date(now.getTime() + IN_HAND_MS);
    const claimed = await this.repository.claim(brandId, sessionId, now, until);
    if (!claimed) return this.ofOtherProcess(session);
    const renewed = await this.renew(connection, session, claimed).catch(async (error: unknown) => {
      await this.repository.release(brandId, sessionId, false);
      throw error;
    });
    if (renewed.kind === 'rejected')
      await this.repository.release(brandId, sessionId, renewed.reason === 'refresh_refused');
    return renewed;
  }

  private async renew(
    connection: Connection,
    session: LiveSession,
    { refreshToken, hostProofAt, nonce }: Claimed,
  ): Promise<Renewed> {
    const begun = performance.now();
    const { brandId, sessionId, subject, authenticatedAt } = session;
    const attempt = await this.attemptFor(session, nonce);
    const judged = await this.judge.judge(connection, {
      refreshToken: this.sealer.open(refreshToken, refreshTokenPlace(brandId, sessionId)),
      hostProofAt,
      before: { subject: subject ?? '', nonce, authenticatedAt },
    });
    const renewal = { ...session, hostProofAt };
    const settlement = await this.settle.settle(connection, attempt, judged, begun, renewal);
    const { traced, opened } = settlement;
    if (traced && opened) {
      this.recorder.tell(connection, traced, true);
      return { kind: 'verified', sessionId: opened.sessionId, opened };
    }
    const { verdict } = settlement.judged;
    const settled = { sessionId: null };
    const told = { judged: settlement.judged, origin: attempt.origin, settled };
    await this.recorder.record(connection, attempt, { ...told, durationMs: performance.now() - begun });
    const reason = verdict.kind === 'rejected' ? verdict.reason : 'refresh_refused';
    return { kind: 'rejected', reason, attempt: attempt.id };
  }

  private async attemptFor({ brandId, connectionId, keyThumbprint, origin }: LiveSession, nonce: string) {
    const at = this.clock.now();
    const id = newId(at);
    const expiresAt = new Date(at.getTime() + LIFETIME_MS);
    await this.repository.begin({ brandId, id, connectionId, keyThumbprint, origin, nonce, at, expiresAt });
    const attempt = await this.attempts.find(brandId, id);
    if (!attempt) throw new Error('An attempt that was just begun is gone.');
    return attempt;
  }

  /** Another process asks, or there is nothing to ask with. What comes of it stands in the rows. */
  private async ofOtherProcess({
    brandId,
    sessionId,
    keyThumbprint,
    consumerId,
  }: LiveSession): Promise<Renewed> {
    const patience = AbortSignal.timeout(IN_HAND_MS);
    for (;;) {
      const now = this.clock.now();
      const claimed = await this.repository.isClaimed(brandId, sessionId, now);
      if (!claimed || patience.aborted) break;
      await pause(LOOK_EVERY_MS);
    }
    const next = await this.live.liveOfKey(brandId, keyThumbprint, this.clock.now());
    if (!next || next.consumerId !== consumerId) throw new DomainError('session_ended');
    return next.sessionId === sessionId
      ? { kind: 'rejected', reason: 'refresh_refused' }
      : { kind: 'verified', sessionId: next.sessionId };
  }
}
