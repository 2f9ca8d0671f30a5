import { relaxations } from '@countersign/claims';
import { shownToken, traceOf, withSkipped } from '@countersign/protocol';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { Events } from '../common/events.js';
import { newId } from '../common/ids.js';
import { Log } from '../common/log.js';
import { Sealer } from '../common/sealer.js';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/env.js';
import { type Connection, relaxationsOf } from '../connections/index.js';
import { Telemetry } from '../telemetry/index.js';
import type { Attempt } from './attempts.repository.js';
import { HintsService } from './hints.service.js';
import type { Judged } from './judging.js';
import { type Settled, type TraceRow, TracesRepository } from './traces.repository.js';

export type ToRecord = {
  readonly judged: Judged;
  /** Where this very proof came from, by its page. */
  readonly origin: string;
  readonly durationMs: number;
  /** Absent where the attempt is not this proof's to settle: another browser's, or used before. */
  readonly settled?: Settled;
};

const HEX_DIGITS = 8;

/** The reader of a trace sees what was asked less strictly than elsewhere, whatever came of the proof. */
export const relaxationNotes = (connection: Connection): readonly string[] =>
  relaxationsOf(connection).map((name) => `LivePerson mode: ${relaxations[name]}`);

/** Writes down what became of a proof, whatever became of it: once, redacted, and never changed. */
@Injectable()
export class TraceRecorder {
  constructor(
    private readonly traces: TracesRepository,
    private readonly hints: HintsService,
    private readonly sealer: Sealer,
    private readonly events: Events,
    private readonly clock: Clock,
    private readonly log: Log,
    private readonly telemetry: Telemetry,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async record(connection: Connection, attempt: Attempt, recorded: ToRecord): Promise<void> {
    const row = await this.rowOf(connection, attempt, recorded);
    const kept = await this.traces.keep(row, this.config.TRACE_REFUSED_PER_DAY, recorded.settled);
    this.tell(connection, row, kept);
  }

  /** For whoever stores it together with what it tells of, and then tells that it did. */
  async rowOf(connection: Connection, attempt: Attempt, recorded: ToRecord): Promise<TraceRow> {
    const { judged, origin, durationMs, settled } = recorded;
    const { verdict, evidence } = judged;
    const at = this.clock.now();
    const { brandId, id: attemptId } = attempt;
    const trace = traceOf({
      ...judged,
      notes: [...relaxationNotes(connection), ...judged.notes],
      attempt: attemptId,
      policy: { connection: connection.key, flow: connection.flow },
      steps: verdict.kind === 'verified' ? judged.steps : withSkipped(judged.steps),
      keyThumbprint: evidence?.keyThumbprint,
      token: evidence && shownToken(evidence.token, this.pseudonymOf(brandId)),
      hint: await this.hints.hint(connection, attempt, judged),
      origin,
      now: at,
      durationMs,
    });
    return {
      brandId,
      id: newId(at),
      attemptId,
      connectionId: connection.id,
      at,
      outcome: verdict.kind,
      reason: verdict.kind === 'rejected' ? verdict.reason : null,
      origin: trace.origin ?? '',
      settled: settled !== undefined,
      trace,
    };
  }

  tell(
    connection: Connection,
    { brandId, attemptId, outcome, reason, trace }: TraceRow,
    kept: boolean,
  ): void {
    this.telemetry.observe('proof_judging', trace.durationMs / 1_000, { outcome });
    if (reason !== null) this.telemetry.count('proofs_refused', { reason });
    this.events.emit('attempt.judged', { brandId, connection: connection.key });
    this.log.info('proof judged', {
      attempt: attemptId,
      connection: connection.key,
      outcome,
      reason,
      kept,
    });
  }

  /** Eight hex digits by which one person's attempts are told from another's, within one brand. */
  pseudonymOf(brandId: string): (value: string) => string {
    return (value) =>
      Buffer.from(this.sealer.blind(`${brandId} trace`, value), 'base64url')
        .toString('hex')
        .slice(0, HEX_DIGITS);
  }
}
