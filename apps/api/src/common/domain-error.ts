import type { RejectionReason } from '@countersign/claims';
import type { Problem, ProblemCode } from '@countersign/contracts';

export type DomainErrorMore = {
  /** For a developer. Never a token, a code or a profile. */
  readonly detail?: string;
  readonly reason?: RejectionReason;
  readonly attempt?: string;
  /** Seconds. */
  readonly retryAfter?: number;
  readonly errors?: Problem['errors'];
};

/** What a client is told: a stable code. The shell throws it at its edge; rules return values. */
export class DomainError extends Error {
  override readonly name = 'DomainError';

  constructor(
    readonly code: ProblemCode,
    readonly more: DomainErrorMore = {},
    options?: ErrorOptions,
  ) {
    super(more.reason ? `${code}: ${more.reason}` : code, options);
  }
}
