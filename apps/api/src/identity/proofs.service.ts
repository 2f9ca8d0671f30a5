import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { RejectionReason } from '@countersign/claims';
import type { NoProof, Proof } from '@countersign/contracts';
import { type Rejection, reject } from '@countersign/protocol';
import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import type { Connection } from '../connections/index.js';
import { Telemetry } from '../telemetry/index.js';
import { type Arrival, responseIssuer } from './arrival.js';
import { type Attempt, AttemptsRepository } from './attempts.repository.js';
import { CodeJudge } from './code-judge.js';
import { type Judged, Steps } from './judging.js';
import { type Opened, type Settlement, SettleService } from './settle.service.js';
import { TokenJudge } from './token-judge.js';
import { TraceRecorder } from './trace-recorder.js';

export type Presented =
  | { readonly kind: 'verified'; readonly sessionId: string; readonly opened?: Opened }
  | { readonly kind: 'declined' }
  | { readonly kind: 'rejected'; readonly reason: RejectionReason; readonly attempt: string };

/** Discovery, token endpoint, keys and userinfo, each with five seconds of its own. */
const JUDGED_WITHIN_MS = 20_000;
const LOOK_EVERY_MS = 150;

const hashOf = (proof: unknown) => createHash('sha256').update(JSON.stringify(proof)).digest('base64url');

const kindOf = { code: 'a code', implicit: 'an ID token' } as const;
const askedOf = ({ mode, method }: Connection): string =>
  mode === 'liveperson' ? `a proof from ${method}, which lptag.js asks` : `a proof from ${method}`;
const whatCame: Record<NoProof, string> = {
  declined: 'nobody is signed in',
  page_method_missing: 'no such method on the page',
  page_method_failed: 'an error of the method',
  page_method_silent: 'nothing within the time there is',
  proof_missing: 'something that is no proof',
};

/** From a presented proof to a verdict, with a trace for whatever comes of it. */
@Injectable()
export class ProofsService {
  constructor(
    private readonly attempts: AttemptsRepository,
    private readonly codes: CodeJudge,
    private readonly tokens: TokenJudge,
    private readonly settle: SettleService,
    private readonly recorder: TraceRecorder,
    private readonly clock: Clock,
    private readonly telemetry: Telemetry,
  ) {}

  /** @param arrival of a proof that a window brings back from its provider */
  async present(
    connection: Connection,
    attempt: Attempt,
    proof: Proof,
    arrival?: Arrival,
  ): Promise<Presented> {
    const begun = performance.now();
    const stopped = await this.take(connection, attempt, hashOf(proof));
    if (stopped) return stopped;
    const about = { connection: connection.key, flow: connection.flow, attempt: attempt.id };
    const judged = await this.telemetry.span('proof judged', about, async () => {
      const { verdict, ...rest } = await this.judge(connection, attempt, proof, arrival);
      const reason = verdict.kind === 'rejected' ? { reason: verdict.reason } : {};
      this.telemetry.add({ outcome: verdict.kind, ...reason });
      return { verdict, ...rest };
    });
    const settlement = await this.settle.settle(connection, attempt, judged, begun);
    return this.settled(connection, attempt, settlement, performance.now() - begun);
  }

  /** The page's method gave none: the brand's developer can read why. */
  async none(connection: Connection, attempt: Attempt, why: NoProof): Promise<Presented> {
    const begun = performance.now();
    const stopped = await this.take(connection, attempt, hashOf(why));
    if (stopped) return stopped;
    const steps = new Steps();
    const reason = why === 'declined' ? 'proof_missing' : why;
    const judged = steps.failed('page', reject(reason, askedOf(connection), whatCame[why]));
    const settlement: Settlement = {
      judged: why === 'declined' ? { ...judged, verdict: { kind: 'declined' } } : judged,
      sessionId: null,
    };
    return this.settled(connection, attempt, settlement, performance.now() - begun);
  }

  /** The provider sent a window back with an error, or with nothing. */
  async sentBack(
    connection: Connection,
    attempt: Attempt,
    error: string,
    arrival: Arrival,
  ): Promise<Presented> {
    const begun = performance.now();
    const stopped = await this.take(connection, attempt, hashOf({ error }));
    if (stopped) return stopped;
    const steps = new Steps();
    const issuer = responseIssuer(connection, arrival, arrival);
    const judged = issuer.ok
      ? steps.failed('authorization', reject('authorization_refused', 'a code or an ID token', error))
      : steps.failed('responseIssuer', issuer.rejection);
    return this.settled(connection, attempt, { judged, sessionId: null }, performance.now() - begun);
  }

  /** A window did not leave: its provider does not say where to. */
  async nowhereToGo(connection: Connection, attempt: Attempt, rejection: Rejection): Promise<Presented> {
    const begun = performance.now();
    const stopped = await this.take(connection, attempt, hashOf({ rejection: rejection.reason }));
    if (stopped) return stopped;
    const judged = new Steps().failed('authorization', rejection);
    return this.settled(connection, attempt, { judged, sessionId: null }, performance.now() - begun);
  }

  /** Of many that come with one attempt, one goes on; the same again gets the stored outcome. */
  private async take(
    connection: Connection,
    attempt: Attempt,
    proofHash: string,
  ): Promise<Presented | undefined> {
    const now = this.clock.now();
    if (attempt.usedAt === null && (await this.attempts.take(attempt.brandId, attempt.id, proofHash, now)))
      return undefined;
    const stored = await this.outcomeOf(attempt, proofHash);
    if (!stored || stored.outcome === null) {
      const rejection = reject('attempt_used', 'an attempt not used before', 'one used for another proof');
      const judged = new Steps().failed('attempt', rejection);
      await this.recorder.record(connection, attempt, { judged, origin: attempt.origin, durationMs: 0 });
      return { kind: 'rejected', reason: rejection.reason, attempt: attempt.id };
    }
    if (stored.outcome === 'declined') return { kind: 'declined' };
    if (stored.outcome === 'verified' && stored.sessionId !== null)
      return { kind: 'verified', sessionId: stored.sessionId };
    return { kind: 'rejected', reason: stored.outcomeReason as RejectionReason, attempt: attempt.id };
  }

  /** A proof sent again while the first is still being judged (a line that broke, say) waits for its outcome. */
  private async outcomeOf({ brandId, id }: Attempt, proofHash: string): Promise<Attempt | undefined> {
    const patience = AbortSignal.timeout(JUDGED_WITHIN_MS);
    for (;;) {
      const stored = await this.attempts.byId(brandId, id);
      if (stored?.proofHash !== proofHash) return undefined;
      if (stored.outcome !== null || patience.aborted) return stored;
      await pause(LOOK_EVERY_MS);
    }
  }

  private async judge(
    connection: Connection,
    attempt: Attempt,
    proof: Proof,
    arrival?: Arrival,
  ): Promise<Judged> {
    const steps = new Steps();
    if (attempt.expiresAt <= this.clock.now())
      return steps.failed('attempt', reject('attempt_expired', 'within ten minutes', 'later'));
    steps.passed('attempt');
    const given = 'code' in proof ? 'code' : 'implicit';
    if (given !== connection.flow)
      return steps.failed('flow', reject('proof_of_other_flow', kindOf[connection.flow], kindOf[given]));
    steps.passed('flow');
    if (arrival && 'idToken' in proof) {
      const issuer = responseIssuer(connection, arrival, arrival);
      if (!issuer.ok) return steps.failed('responseIssuer', issuer.rejection);
      steps.passed('responseIssuer');
    }
    const judged =
      'code' in proof
        ? await this.codes.judge(connection, attempt, proof, arrival)
        : {
            ...(await this.tokens.judge({ token: proof.idToken, connection, attempt })),
            userinfo: undefined,
            notes: [],
          };
    return { ...judged, steps: [...steps.made, ...judged.steps] };
  }

  private async settled(
    connection: Connection,
    attempt: Attempt,
    { judged, sessionId, opened, traced }: Settlement,
    durationMs: number,
  ): Promise<Presented> {
    const { id, origin } = attempt;
    if (traced) this.recorder.tell(connection, traced, true);
    else
      await this.recorder.record(connection, attempt, { judged, origin, durationMs, settled: { sessionId } });
    const { verdict } = judged;
    if (verdict.kind === 'declined') return { kind: 'declined' };
    if (verdict.kind === 'verified' && sessionId !== null)
      return { kind: 'verified', sessionId, ...(opened ? { opened } : {}) };
    const reason = verdict.kind === 'rejected' ? verdict.reason : 'attempt_used';
    return { kind: 'rejected', reason, attempt: id };
  }
}
