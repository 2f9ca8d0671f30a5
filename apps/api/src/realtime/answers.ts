import { MESSAGE_LIMIT, type Problem } from '@countersign/contracts';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { DomainError } from '../common/domain-error.js';
import { Log } from '../common/log.js';
import { parse } from '../common/parsed.pipe.js';
import { toProblem } from '../common/problem.js';
import { Underway } from '../common/underway.js';
import { Telemetry } from '../telemetry/index.js';

export type Reply<Value> = { ok: true; value: Value } | { ok: false; problem: Problem };

/** Each event is answered with a value or a problem; nothing that goes wrong in it reaches the process. */
@Injectable()
export class Answers {
  constructor(
    private readonly log: Log,
    private readonly underway: Underway,
    private readonly telemetry: Telemetry,
  ) {}

  async of<Value>(work: () => Promise<Value>): Promise<Reply<Value>> {
    try {
      return { ok: true, value: await this.underway.during(work) };
    } catch (error) {
      return { ok: false, problem: this.problemOf(error) };
    }
  }

  /** Why a socket may not come in. socket.io hands `data` to the client. */
  refusal(error: unknown): Error & { data: Problem } {
    const problem = this.problemOf(error);
    return Object.assign(new Error(problem.code), { data: problem });
  }

  private problemOf(error: unknown): Problem {
    const problem = toProblem(error);
    this.telemetry.count('refusals', { reason: problem.code });
    if (problem.status >= 500) this.log.failure(problem.code, error);
    return problem;
  }
}

/** Input of an event. A text that is only too long gets its own answer. */
export function read<Shape extends z.ZodType>(shape: Shape, input: unknown): z.output<Shape> {
  const { text } = (input ?? {}) as { text?: unknown };
  if (typeof text === 'string' && text.length > MESSAGE_LIMIT) throw new DomainError('message_too_long');
  return parse(shape, input);
}
