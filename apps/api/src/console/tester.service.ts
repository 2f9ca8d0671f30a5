import type { TraceStep } from '@countersign/claims';
import type { TryProof, TryResult } from '@countersign/contracts';
import {
  reject,
  shellSteps,
  shownToken,
  stepNotTried,
  traceOf,
  withoutAttempt,
  withSkipped,
} from '@countersign/protocol';
import { Injectable } from '@nestjs/common';
import type { LiveAgent } from '../agents/index.js';
import { Clock } from '../common/clock.js';
import { Log } from '../common/log.js';
import { RateLimit } from '../common/rate-limit.js';
import { type Connection, ConnectionsService } from '../connections/index.js';
import {
  CodeJudge,
  HintsService,
  type Judged,
  relaxationNotes,
  Steps,
  TokenJudge,
  TraceRecorder,
} from '../identity/index.js';

/**
 * Judges a proof as an attempt would, for somebody who wants to know what becomes of it. Opens no session, stores and
 * logs nothing of what was pasted; a code is used up at the provider all the same.
 */
@Injectable()
export class TesterService {
  constructor(
    private readonly connections: ConnectionsService,
    private readonly tokens: TokenJudge,
    private readonly codes: CodeJudge,
    private readonly hints: HintsService,
    private readonly recorder: TraceRecorder,
    private readonly limit: RateLimit,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  async try({ brandId, agentId }: LiveAgent, key: string, proof: TryProof): Promise<TryResult> {
    this.limit.spend(agentId, 'tester');
    const connection = await this.connections.byKey(brandId, key);
    const begun = performance.now();
    const judged = await this.judge(connection, proof);
    const durationMs = performance.now() - begun;
    const { verdict, evidence } = judged;
    const { attempt: _, ...trace } = traceOf({
      ...judged,
      notes: [...relaxationNotes(connection), ...judged.notes],
      attempt: '',
      policy: { connection: connection.key, flow: connection.flow },
      steps: stepsOf(judged),
      keyThumbprint: evidence?.keyThumbprint,
      token: evidence && shownToken(evidence.token, this.recorder.pseudonymOf(brandId)),
      hint: await this.hints.hint(connection, undefined, judged),
      now: this.clock.now(),
      durationMs,
    });
    const reason = verdict.kind === 'rejected' ? verdict.reason : null;
    this.log.info('proof tried', { connection: key, outcome: verdict.kind, reason });
    return { trace };
  }

  private async judge(connection: Connection, proof: TryProof): Promise<Judged> {
    if ('token' in proof) {
      const judged = await this.tokens.judge({ token: proof.token, connection });
      return { ...judged, userinfo: undefined, notes: [] };
    }
    const steps = new Steps();
    if (connection.flow !== 'code')
      return steps.failed('flow', reject('proof_of_other_flow', 'an ID token', 'a code'));
    steps.passed('flow');
    const { code, redirectUri, codeVerifier } = proof;
    const judged = await this.codes.judge(connection, { codeVerifier }, { code, redirectUri });
    return { ...judged, steps: [...steps.made, ...judged.steps] };
  }
}

/** In the order of a real attempt, with what only an attempt could tell left open. */
function stepsOf({ steps }: Judged): TraceStep[] {
  const made = withoutAttempt(withSkipped(steps));
  return [stepNotTried(shellSteps.attempt), ...made, stepNotTried(shellSteps.singleUse)];
}
