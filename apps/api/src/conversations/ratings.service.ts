import type { RateConversation, RatingFigures } from '@countersign/contracts';
import { Injectable } from '@nestjs/common';
import { type LiveAgent, leads } from '../agents/index.js';
import { Clock } from '../common/clock.js';
import { DomainError } from '../common/domain-error.js';
import { Events } from '../common/events.js';
import type { LiveSession } from '../identity/index.js';
import { RatingsRepository } from './ratings.repository.js';
import { TalkService } from './talk.service.js';

const DAY_MS = 86_400_000;
/** For so long after the end it may be said, and changed. */
const OPEN_MS = DAY_MS;
const FIGURES_DAYS = 30;

/** How a conversation was, as its consumer says after the end. */
@Injectable()
export class RatingsService {
  constructor(
    private readonly talk: TalkService,
    private readonly ratings: RatingsRepository,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  async rate(
    session: LiveSession,
    { conversation: conversationId, score, comment }: RateConversation,
  ): Promise<null> {
    const { brandId, state, endedAt } = await this.talk.mine(session, conversationId);
    if (state !== 'ended' || !endedAt) throw new DomainError('conversation_open');
    const at = this.clock.now();
    if (at.getTime() - endedAt.getTime() > OPEN_MS) throw new DomainError('rating_closed');
    await this.ratings.put({ brandId, conversationId, score, comment: comment ?? null, at });
    this.events.emit('conversation.changed', { brandId, conversationId });
    return null;
  }

  /** For leads: figures, and nobody's words. */
  async figures(agent: LiveAgent): Promise<RatingFigures> {
    if (!leads(agent)) throw new DomainError('lead_required');
    const from = new Date(this.clock.now().getTime() - FIGURES_DAYS * DAY_MS);
    const { ended, scores } = await this.ratings.since(agent.brandId, from);
    const countOf = (score: number) => scores.find((one) => one.score === score)?.count ?? 0;
    const counts = [1, 2, 3, 4, 5].map(countOf);
    const rated = counts.reduce((sum, count) => sum + count, 0);
    const sum = counts.reduce((total, count, index) => total + count * (index + 1), 0);
    return {
      days: FIGURES_DAYS,
      ended,
      rated,
      average: rated === 0 ? null : Math.round((sum / rated) * 100) / 100,
      scores: counts,
    };
  }
}
