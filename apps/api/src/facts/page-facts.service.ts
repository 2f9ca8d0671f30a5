import type { PageFacts } from '@countersign/claims';
import { factsFromPage } from '@countersign/protocol';
import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { Events } from '../common/events.js';
import { PageFactsRepository } from './page-facts.repository.js';

@Injectable()
export class PageFactsService {
  constructor(
    private readonly repository: PageFactsRepository,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  async set(brandId: string, sessionId: string, facts: PageFacts): Promise<void> {
    const at = this.clock.now();
    await this.repository.replace(brandId, sessionId, factsFromPage(facts, at), at);
    this.events.emit('page-facts.changed', { brandId, sessionId });
  }
}
