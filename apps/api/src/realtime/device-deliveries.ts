import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Events, type Happenings } from '../common/events.js';
import { Log } from '../common/log.js';
import { RequestsService } from '../conversations/index.js';
import { Audience } from './audience.js';
import { Gathered } from './gathered.js';
import { consumerRoom, conversationRoom } from './sockets.js';

/** What the devices of one consumer are told beside the lines of the conversation. */
@Injectable()
export class DeviceDeliveries implements OnModuleInit {
  private readonly gathered: Gathered;

  constructor(
    private readonly events: Events,
    private readonly requests: RequestsService,
    private readonly audience: Audience,
    log: Log,
  ) {
    this.gathered = new Gathered((error) => log.failure('a device was not told', error));
  }

  onModuleInit(): void {
    this.events.everywhere('conversation.withdrawn', ({ brandId, conversationId }) => {
      const room = conversationRoom(brandId, conversationId);
      this.audience.consumers.local.in(room).socketsLeave(room);
    });
    this.events.everywhere('request.changed', ({ brandId, conversationId }) =>
      this.gathered.run(`request ${conversationId}`, () => this.tellRequest(brandId, conversationId)),
    );
    this.events.everywhere('read.changed', (read) => this.tellRead(read));
  }

  private async tellRequest(brandId: string, conversationId: string): Promise<void> {
    const room = conversationRoom(brandId, conversationId);
    if (!this.audience.hears(room)) return;
    const request = await this.requests.openOf(brandId, conversationId);
    this.audience.consumers.local.to(room).emit('identity:requested', request);
  }

  /** Of one that has ended, too, which no device listens to any more. */
  private tellRead({ brandId, conversationId, consumerId, number }: Happenings['read.changed']): void {
    const rooms = [conversationRoom(brandId, conversationId)];
    if (consumerId !== null) rooms.push(consumerRoom(brandId, consumerId));
    this.audience.consumers.local.to(rooms).emit('read:changed', { conversation: conversationId, number });
  }
}
