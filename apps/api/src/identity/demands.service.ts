import type { BeginAttempt } from '@countersign/contracts';
import type { Demands } from '@countersign/protocol';
import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { DomainError } from '../common/domain-error.js';
import type { Connection } from '../connections/index.js';
import { ConversationLookup } from './conversation-lookup.js';
import { isOver } from './live-session.js';
import { SessionsRepository } from './sessions.repository.js';

/** What an attempt answers, and what its proof must meet beside the connection's own rules. */
export type Demanded = { readonly requestId: string | null; readonly demands: Demands | null };
export const nothingDemanded: Demanded = { requestId: null, demands: null };

@Injectable()
export class DemandsService {
  constructor(
    private readonly sessions: SessionsRepository,
    private readonly conversations: ConversationLookup,
    private readonly clock: Clock,
  ) {}

  /** A request is answered by the consumer it was put to: from the browser whose session it concerns, or another of theirs. */
  async of(
    { brandId, stepUp }: Connection,
    { reason, request }: Pick<BeginAttempt, 'reason' | 'request'>,
    keyThumbprint: string,
  ): Promise<Demanded> {
    if (request !== undefined) {
      const session = await this.sessions.liveOfKey(brandId, keyThumbprint, this.clock.now());
      const asked =
        session && !isOver(session) ? await this.conversations.demanded(session, request) : undefined;
      if (!asked) throw new DomainError('request_not_found');
      return { requestId: request, demands: asked.demands };
    }
    if (reason !== 'step-up') return nothingDemanded;
    if (stepUp === null) throw new DomainError('step_up_unavailable');
    return { requestId: null, demands: stepUp };
  }
}
