import type { ConversationList } from '@countersign/contracts';
import { Injectable } from '@nestjs/common';
import type { LiveAgent } from '../agents/index.js';
import { QueueRepository } from './queue.repository.js';
import { placeOf, readPlace } from './queue-place.js';
import { SummariesService } from './summaries.service.js';

const PAGE = 200;

/** The queue as an agent reads it: a page of it, and how much there is in all. */
@Injectable()
export class QueueService {
  constructor(
    private readonly queue: QueueRepository,
    private readonly summaries: SummariesService,
  ) {}

  async page(
    { brandId, agentId }: LiveAgent,
    state: 'open' | 'ended',
    after?: string,
  ): Promise<ConversationList> {
    const place = after === undefined ? null : readPlace(after);
    const [found, counts] = await Promise.all([
      // One more than is told: whether there is another page.
      this.queue[state](brandId, PAGE + 1, place),
      this.queue.counts(brandId, agentId),
    ]);
    const page = found.slice(0, PAGE);
    const last = page.at(-1);
    return {
      conversations: await this.summaries.forAgent(brandId, page, agentId),
      next: last && found.length > PAGE ? placeOf(last) : null,
      counts,
    };
  }
}
