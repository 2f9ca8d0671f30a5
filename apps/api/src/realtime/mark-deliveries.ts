import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Events, type Happenings } from '../common/events.js';
import { Audience } from './audience.js';
import { conversationRoom } from './sockets.js';

/** Tells each side how far the other has what it said: numbers, and not who has it. */
@Injectable()
export class MarkDeliveries implements OnModuleInit {
  constructor(
    private readonly events: Events,
    private readonly audience: Audience,
  ) {}

  onModuleInit(): void {
    this.events.everywhere('marks.changed', (changed) => this.tell(changed));
    this.events.everywhere('read.changed', ({ number, ...place }) =>
      this.tell({ ...place, at: 'consumer', delivered: number, read: number }),
    );
  }

  private tell({
    brandId,
    conversationId: conversation,
    at,
    delivered,
    read,
  }: Happenings['marks.changed']): void {
    const room = conversationRoom(brandId, conversation);
    const marks = { conversation, delivered, read };
    if (at === 'consumer') this.audience.agents.local.to(room).emit('marks:changed', marks);
    else this.audience.consumers.local.to(room).emit('marks:changed', marks);
  }
}
