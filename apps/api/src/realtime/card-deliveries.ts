import type { Card } from '@countersign/contracts';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Events, type Happenings } from '../common/events.js';
import { Log } from '../common/log.js';
import { CardsRepository, toCard } from '../conversations/index.js';
import { Audience } from './audience.js';
import { Gathered } from './gathered.js';
import { conversationRoom } from './sockets.js';

type Listener = { emit(event: 'card:changed', card: Card): unknown };

/** How a card stands, to both sides: read when it is told, so that whatever is told last is how it is. */
@Injectable()
export class CardDeliveries implements OnModuleInit {
  private readonly gathered: Gathered;

  constructor(
    private readonly events: Events,
    private readonly cards: CardsRepository,
    private readonly audience: Audience,
    log: Log,
  ) {
    this.gathered = new Gathered((error) => log.failure('a card was not told', error));
  }

  onModuleInit(): void {
    this.events.everywhere('card.changed', (changed) => this.changed(changed));
  }

  /** Whoever comes back with lines they had has missed what became of the cards in them. */
  async catchUp(socket: Listener, brandId: string, conversationId: string): Promise<void> {
    for (const card of await this.cards.ofConversation(brandId, conversationId))
      socket.emit('card:changed', toCard(card));
  }

  private changed({ brandId, conversationId, cardId }: Happenings['card.changed']): void {
    const room = conversationRoom(brandId, conversationId);
    if (!this.audience.hears(room)) return;
    this.gathered.run(`${conversationId} ${cardId ?? ''}`, async () => {
      const cards =
        cardId === undefined
          ? await this.cards.ofConversation(brandId, conversationId)
          : await this.cards.byIds(brandId, [cardId]);
      const { consumers, agents } = this.audience;
      for (const card of cards.map(toCard)) {
        consumers.local.to(room).emit('card:changed', card);
        agents.local.to(room).emit('card:changed', card);
      }
    });
  }
}
