import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { Events } from '../common/events.js';
import { Log } from '../common/log.js';
import { ConversationsRepository, QueueRepository } from '../conversations/index.js';
import { Audience } from './audience.js';
import { Gathered } from './gathered.js';
import { MessageDeliveries } from './message-deliveries.js';
import { brandOf, type Place, placeOf } from './sockets.js';

const AT_ONCE = 500;
/** While other processes are not heard, what they store is looked for so often. */
const LOOK_EVERY_MS = 2_000;
/** What is told anew to everybody is told in portions, so that what is said meanwhile need not wait. */
const PORTION = 50;

/**
 * What other processes told and nobody here heard. All of it stands in the database: lines by their numbers, the rest as
 * it is now.
 */
@Injectable()
export class CatchingUp implements OnModuleInit, OnApplicationShutdown {
  private readonly gathered: Gathered;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly events: Events,
    private readonly conversations: ConversationsRepository,
    private readonly queue: QueueRepository,
    private readonly messages: MessageDeliveries,
    private readonly audience: Audience,
    log: Log,
  ) {
    this.gathered = new Gathered((error) => log.failure('what others did was not caught up with', error));
  }

  onModuleInit(): void {
    this.events.on('others.missed', () => {
      clearInterval(this.timer);
      this.gathered.run('all', () => this.all());
    });
    this.events.on('others.away', () => {
      clearInterval(this.timer);
      this.timer = setInterval(() => this.gathered.run('lines', () => this.lines()), LOOK_EVERY_MS);
      this.timer.unref();
    });
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /** Lines that nobody here was told, in the conversations somebody here looks at. */
  private async lines(): Promise<void> {
    for (const [brandId, ids] of this.here())
      for (let at = 0; at < ids.length; at += AT_ONCE) {
        const last = await this.conversations.lastNumbers(brandId, ids.slice(at, at + AT_ONCE));
        for (const { conversationId, number } of last)
          if (this.messages.lacks({ brandId, conversationId, number }))
            this.events.hear({ name: 'message.stored', happening: { brandId, conversationId, number } });
      }
  }

  /** And how everything stands: to those who look at a conversation, and to agents who look at a queue. */
  private async all(): Promise<void> {
    await this.lines();
    const places = [...this.here()].flatMap(([brandId, ids]) =>
      ids.map((conversationId) => ({ brandId, conversationId })),
    );
    for (const brandId of this.brandsOfAgents())
      for await (const conversationId of this.queue.openIds(brandId))
        places.push({ brandId, conversationId });
    for (const [at, happening] of places.entries()) {
      this.events.hear({ name: 'conversation.changed', happening });
      this.events.hear({ name: 'request.changed', happening });
      this.events.hear({ name: 'card.changed', happening });
      if (at % PORTION === PORTION - 1) await pause(PORTION);
    }
  }

  /** By brand: the conversations somebody here hears. */
  private here(): Map<string, string[]> {
    const found = new Map<string, string[]>();
    const { consumers, agents } = this.audience;
    const places = new Map<string, Place>();
    for (const room of [...consumers.adapter.rooms.keys(), ...agents.adapter.rooms.keys()]) {
      const place = placeOf(room);
      if (place) places.set(room, place);
    }
    for (const { brandId, conversationId } of places.values()) {
      const ids = found.get(brandId);
      if (ids) ids.push(conversationId);
      else found.set(brandId, [conversationId]);
    }
    return found;
  }

  private brandsOfAgents(): string[] {
    return [...this.audience.agents.adapter.rooms.keys()].flatMap((room) => brandOf(room) ?? []);
  }
}
