import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { Erasables } from '../common/erasables.js';
import { Rounds } from '../common/rounds.js';
import { AttachmentsRepository, type Place } from './attachments.repository.js';
import { keyOf, Store } from './store.js';

const EVERY_MS = 5 * 60_000;
const KEPT_UNSENT_MS = 60 * 60_000;
const AT_ONE_LOOK = 200;

/** Removes files: what nobody sent within the hour, and whose message is no more. First the file, then what is known of it. */
@Injectable()
export class RemovalsService implements OnModuleInit {
  constructor(
    private readonly repository: AttachmentsRepository,
    private readonly store: Store,
    private readonly erasables: Erasables,
    private readonly clock: Clock,
    private readonly rounds: Rounds,
  ) {}

  onModuleInit(): void {
    this.erasables.register({
      what: 'attachments',
      eraseOf: (brandId, consumerId) => this.eraseOf(brandId, consumerId),
    });
    this.rounds.every(EVERY_MS, 'files were not swept', () => this.sweep());
  }

  async sweep(): Promise<number> {
    const before = new Date(this.clock.now().getTime() - KEPT_UNSENT_MS);
    const found = await this.repository.forsaken(before, AT_ONE_LOOK);
    let removed = 0;
    for (const place of found)
      if (await this.repository.letGo(place)) {
        await this.remove(place);
        removed += 1;
      }
    return removed;
  }

  /** All files of somebody's conversations, and what they never sent. Answers how many. */
  async eraseOf(brandId: string, consumerId: string): Promise<number> {
    const places = await this.repository.ofConsumer(brandId, consumerId);
    for (const place of places) {
      await this.repository.take(place);
      await this.remove(place);
    }
    return places.length;
  }

  private async remove(place: Place): Promise<void> {
    const { brandId, id } = place;
    await this.store.remove(keyOf(brandId, id, 'whole'));
    await this.store.remove(keyOf(brandId, id, 'preview'));
    await this.repository.forget(place);
  }
}
