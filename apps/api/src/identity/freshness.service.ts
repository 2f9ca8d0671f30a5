import { canProve, type Demands, meets, SKEW_SECONDS } from '@countersign/protocol';
import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { DomainError } from '../common/domain-error.js';
import type { LiveSession } from './live-session.js';

type Proven = Pick<LiveSession, 'authenticatedAt' | 'acr' | 'verifiedAt' | 'assurance' | 'stepUp'>;

/** Whether who a consumer is was proven recently enough, or well enough, for what they are about to do. */
@Injectable()
export class FreshnessService {
  constructor(private readonly clock: Clock) {}

  /** A proof that has run out meets nothing, however it was made. */
  isFresh(session: Proven, demands: Demands): boolean {
    if (session.assurance !== 'verified' && session.assurance !== 'due') return false;
    return meets(session, demands, { now: this.clock.now(), skewSeconds: SKEW_SECONDS });
  }

  /** `step_up_required` where asking would help, `step_up_unavailable` where the connection proves nothing of the kind. */
  mustBeFresh(session: Proven, demands: Demands): void {
    if (this.isFresh(session, demands)) return;
    throw new DomainError(canProve(session.stepUp, demands) ? 'step_up_required' : 'step_up_unavailable');
  }
}
