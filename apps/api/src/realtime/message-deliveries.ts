import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Events, type Happenings } from '../common/events.js';
import { Log } from '../common/log.js';
import { MessagesRepository } from '../conversations/index.js';
import { Audience } from './audience.js';
import { Gathered } from './gathered.js';
import { conversationRoom } from './sockets.js';

const BATCH = 500;
/** Conversations whose last told number is remembered; the one not heard of longest goes first. */
const REMEMBERED = 20_000;

/** Each stored line to both sides, in the order of the numbers and once, however it came to be stored. */
@Injectable()
export class MessageDeliveries implements OnModuleInit {
  private readonly told = new Map<string, number>();
  private readonly gathered: Gathered;

  constructor(
    private readonly events: Events,
    private readonly messages: MessagesRepository,
    private readonly audience: Audience,
    log: Log,
  ) {
    this.gathered = new Gathered((error) => log.failure('a message was not delivered', error));
  }

  onModuleInit(): void {
    this.events.everywhere('message.stored', (stored) => this.stored(stored));
  }

  private stored({ brandId, conversationId, number }: Happenings['message.stored']): void {
    const room = conversationRoom(brandId, conversationId);
    if (!this.audience.hears(room)) {
      this.told.delete(room);
      return;
    }
    if (!this.told.has(room)) this.remember(room, number - 1);
    this.gathered.run(room, () => this.deliver(brandId, conversationId, room));
  }

  private async deliver(brandId: string, conversationId: string, room: string): Promise<void> {
    const from = this.told.get(room) ?? 0;
    const messages = await this.messages.after(brandId, conversationId, from, BATCH);
    for (const message of messages) {
      this.audience.consumers.to(room).emit('message:new', message);
      this.audience.agents.to(room).emit('message:new', message);
    }
    const last = messages.at(-1);
    if (last) this.remember(room, last.number);
  }

  private remember(room: string, number: number): void {
    this.told.delete(room);
    this.told.set(room, number);
    if (this.told.size <= REMEMBERED) return;
    const [oldest] = this.told.keys();
    if (oldest !== undefined) this.told.delete(oldest);
  }
}
