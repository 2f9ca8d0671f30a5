import type { Fact } from '@countersign/claims';
import { panelFacts } from '@countersign/protocol';
import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { FactsReader } from '../facts/index.js';

/** What fills a card: of a consumer's facts those with the seal, as they hold now. What a page says is not even asked for. */
@Injectable()
export class SealedFacts {
  constructor(
    private readonly facts: FactsReader,
    private readonly clock: Clock,
  ) {}

  async of(brandId: string, consumerId: string): Promise<readonly Fact[]> {
    return panelFacts(await this.facts.ofConsumer(brandId, consumerId), [], this.clock.now()).sealed;
  }
}
