import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { Events } from '../common/events.js';
import { Log } from '../common/log.js';
import { Underway } from '../common/underway.js';
import { type Marked, MarksRepository, type Reached } from './marks.repository.js';

/** What is marked within this time is written together: nobody waits for a mark, and whoever writes a line must not either. */
const WITHIN_MS = 250;
const AGAIN_AFTER_MS = 2_000;

const further = (one: Reached, other: Reached): Reached => {
  const of = (which: keyof Reached) => Math.max(one[which] ?? 0, other[which] ?? 0);
  return {
    consumerDelivered: of('consumerDelivered'),
    agentDelivered: of('agentDelivered'),
    agentRead: of('agentRead'),
  };
};

/**
 * How far each side has what the other said. One statement for all that was marked of a brand meanwhile, whoever marked
 * it and in however many conversations.
 */
@Injectable()
export class MarksService implements BeforeApplicationShutdown {
  private waiting = new Map<string, Map<string, Reached>>();
  private timer: NodeJS.Timeout | undefined;
  private written: () => void = () => undefined;

  constructor(
    private readonly repository: MarksRepository,
    private readonly events: Events,
    private readonly underway: Underway,
    private readonly log: Log,
  ) {}

  note(brandId: string, conversationId: string, reached: Reached): void {
    this.keep(brandId, conversationId, reached);
    this.writeWithin(WITHIN_MS);
  }

  /** What waits is written before the database is left. */
  async beforeApplicationShutdown(): Promise<void> {
    if (this.timer) await this.write();
    clearTimeout(this.timer);
    this.written();
  }

  private keep(brandId: string, conversationId: string, reached: Reached): void {
    const ofBrand = this.waiting.get(brandId) ?? new Map<string, Reached>();
    ofBrand.set(conversationId, further(ofBrand.get(conversationId) ?? {}, reached));
    this.waiting.set(brandId, ofBrand);
  }

  private writeWithin(ms: number): void {
    if (this.timer) return;
    this.written = this.underway.begin();
    this.timer = setTimeout(() => void this.write(), ms);
  }

  private async write(): Promise<void> {
    const { waiting, written } = this;
    clearTimeout(this.timer);
    this.timer = undefined;
    this.waiting = new Map();
    for (const [brandId, reached] of waiting)
      try {
        for (const marked of await this.repository.mark(brandId, reached))
          this.tell(brandId, marked, reached.get(marked.conversationId) ?? {});
      } catch (error) {
        this.log.failure('marks were not written', error);
        for (const [conversationId, one] of reached) this.keep(brandId, conversationId, one);
        this.writeWithin(AGAIN_AFTER_MS);
      }
    written();
  }

  private tell(brandId: string, { conversationId, ...now }: Marked, asked: Reached): void {
    const place = { brandId, conversationId };
    const { consumerDelivered, consumerRead, agentDelivered, agentRead } = now;
    if (asked.consumerDelivered) {
      const delivered = Math.max(consumerDelivered, consumerRead);
      this.events.emit('marks.changed', { ...place, at: 'consumer', delivered, read: consumerRead });
    }
    if (asked.agentDelivered || asked.agentRead) {
      const delivered = Math.max(agentDelivered, agentRead);
      this.events.emit('marks.changed', { ...place, at: 'agents', delivered, read: agentRead });
    }
  }
}
