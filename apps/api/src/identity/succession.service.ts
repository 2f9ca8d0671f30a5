import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { Log } from '../common/log.js';
import type { Attempt } from './attempts.repository.js';
import { ConversationLookup } from './conversation-lookup.js';
import type { Speaker } from './live-session.js';
import { SessionsRepository } from './sessions.repository.js';

type Succeeding = Speaker & { readonly previousSessionId: string | null };

/** What a proof changes for conversations before anybody is told of it: the answer to the proof already says so. */
@Injectable()
export class SuccessionService {
  constructor(
    private readonly sessions: SessionsRepository,
    private readonly conversations: ConversationLookup,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  /** Answers in which conversation the proof was asked for. What fails here is not offered, and the session stands. */
  async follow(session: Succeeding, attempt: Attempt): Promise<string | undefined> {
    try {
      await this.offer(session, attempt);
      return attempt.requestId === null
        ? undefined
        : await this.conversations.meet(session, attempt.requestId);
    } catch (error) {
      this.log.failure('a proof was not followed', error);
      return undefined;
    }
  }

  private async offer(
    { brandId, sessionId, familyId, previousSessionId }: Succeeding,
    { keyThumbprint }: Attempt,
  ): Promise<void> {
    if (previousSessionId === null) return;
    const previous = await this.sessions.byId(brandId, previousSessionId, this.clock.now());
    if (!previous || previous.consumerId !== null) return;
    await this.conversations.offer({
      brandId,
      from: previous.familyId,
      to: familyId,
      sameKey: previous.keyThumbprint === keyThumbprint,
      keyVerifiedBefore: await this.sessions.provenBefore(brandId, keyThumbprint, sessionId),
    });
  }
}
