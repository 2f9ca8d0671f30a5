import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { RejectionReason } from '@countersign/claims';
import type { NoProof, Proof } from '@countersign/contracts';
import { traceOf } from '@countersign/protocol';
import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { Log } from '../common/log.js';
import type { Connection } from '../connections/index.js';
import { type Attempt, AttemptsRepository } from './attempts.repository.js';
import { CodeJudge } from './code-judge.js';
import { type Judged, Steps } from './judging.js';
import { type Settlement, SettleService } from './settle.service.js';
import { TokenJudge } from './token-judge.js';

export type Presented =
  | { readonly kind: 'verified'; readonly sessionId: string }
  | { readonly kind: 'declined' }
  | { readonly kind: 'rejected'; readonly reason: RejectionReason; readonly attempt: string };

/** Discovery, token endpoint, keys and userinfo, each with five seconds of its own. */
const JUDGED_WITHIN_MS = 20_000;
const LOOK_EVERY_MS = 150;

const hashOf = (proof: Proof | NoProof) =>
  createHash('sha256').update(JSON.stringify(proof)).digest('base64url');

/** From a presented proof to a verdict, with a trace for whatever comes of it. */
@Injectable()
export class ProofsService {
  constructor(
    private readonly attempts: AttemptsRepository,
    private readonly codes: CodeJudge,
    private readonly tokens: TokenJudge,
    private readonly settle: SettleService,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  async present(connection: Connection, attempt: Attempt, proof: Proof): Promise<Presented> {
    const stopped = await this.take(attempt, hashOf(proof));
    if (stopped) return stopped;
    const begun = performance.now();
    const judged = await this.judge(connection, attempt, proof);
    const settlement = await this.settle.settle(connection, attempt, judged);
    await this.record(connection, attempt, settlement, performance.now() - begun);
    return this.presented(attempt, settlement);
  }

  /** The page's method gave none: the brand's developer can read why. */
  async none(connection: Connection, attempt: Attempt, why: NoProof): Promise<Presented> {
    const stopped = await this.take(attempt, hashOf(why));
    if (stopped) return stopped;
    const steps = new Steps();
    const judged: Judged =
      why === 'declined'
        ? { ...steps.failed('page', { reason: 'proof_missing' }), verdict: { kind: 'declined' } }
        : steps.failed('page', { reason: why });
    const settlement = { judged, sessionId: null };
    await this.record(connection, attempt, settlement, 0);
    return this.presented(attempt, settlement);
  }

  /** Of many that come with one attempt, one goes on; the same again gets the stored outcome. */
  private async take(attempt: Attempt, proofHash: string): Promise<Presented | undefined> {
    const refuse = (reason: RejectionReason): Presented => ({
      kind: 'rejected',
      reason,
      attempt: attempt.id,
    });
    const now = this.clock.now();
    if (attempt.usedAt === null && (await this.attempts.take(attempt.brandId, attempt.id, proofHash, now)))
      return undefined;
    const stored = await this.settled(attempt, proofHash);
    if (!stored || stored.outcome === null) return refuse('attempt_used');
    if (stored.outcome === 'declined') return { kind: 'declined' };
    if (stored.outcome === 'verified' && stored.sessionId !== null)
      return { kind: 'verified', sessionId: stored.sessionId };
    return refuse(stored.outcomeReason as RejectionReason);
  }

  /** A proof sent again while the first is still being judged (a line that broke, say) waits for its outcome. */
  private async settled({ brandId, id }: Attempt, proofHash: string): Promise<Attempt | undefined> {
    const patience = AbortSignal.timeout(JUDGED_WITHIN_MS);
    for (;;) {
      const stored = await this.attempts.byId(brandId, id);
      if (stored?.proofHash !== proofHash) return undefined;
      if (stored.outcome !== null || patience.aborted) return stored;
      await pause(LOOK_EVERY_MS);
    }
  }

  private async judge(connection: Connection, attempt: Attempt, proof: Proof): Promise<Judged> {
    const steps = new Steps();
    if (attempt.expiresAt <= this.clock.now()) return steps.failed('attempt', { reason: 'attempt_expired' });
    steps.passed('attempt');
    const given = 'code' in proof ? 'code' : 'implicit';
    if (given !== connection.flow) return steps.failed('flow', { reason: 'proof_of_other_flow' });
    steps.passed('flow');
    const judged =
      'code' in proof
        ? await this.codes.judge(connection, attempt, proof)
        : {
            ...(await this.tokens.judge({ token: proof.idToken, connection, attempt })),
            userinfo: undefined,
            notes: [],
          };
    return { ...judged, steps: [...steps.made, ...judged.steps] };
  }

  private async record(
    connection: Connection,
    attempt: Attempt,
    { judged, sessionId }: Settlement,
    durationMs: number,
  ) {
    const { verdict, steps, keyId, notes } = judged;
    const policy = { connection: connection.key, flow: connection.flow };
    const now = this.clock.now();
    const trace = traceOf({ attempt: attempt.id, policy, verdict, steps, keyId, now, durationMs, notes });
    const outcomeReason = verdict.kind === 'rejected' ? verdict.reason : null;
    await this.attempts.settle(attempt.brandId, attempt.id, {
      outcome: verdict.kind,
      outcomeReason,
      sessionId,
      trace,
    });
    this.log.info('proof judged', {
      attempt: attempt.id,
      connection: connection.key,
      outcome: verdict.kind,
      reason: outcomeReason,
    });
  }

  private presented({ id }: Attempt, { judged, sessionId }: Settlement): Presented {
    const { verdict } = judged;
    if (verdict.kind === 'declined') return { kind: 'declined' };
    if (verdict.kind === 'verified' && sessionId !== null) return { kind: 'verified', sessionId };
    const reason = verdict.kind === 'rejected' ? verdict.reason : 'attempt_used';
    return { kind: 'rejected', reason, attempt: id };
  }
}
