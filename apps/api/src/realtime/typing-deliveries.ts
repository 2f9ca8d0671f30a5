import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Events, type Happenings } from '../common/events.js';
import { Log } from '../common/log.js';
import { ConversationsRepository } from '../conversations/index.js';
import { SessionGate } from '../identity/index.js';
import { Audience } from './audience.js';
import { conversationRoom } from './sockets.js';

type Typed = Happenings['typing.changed'];

/** Who is writing, to the other side. The name does not travel between processes: where it is wanted it is read. */
@Injectable()
export class TypingDeliveries implements OnModuleInit {
  constructor(
    private readonly events: Events,
    private readonly conversations: ConversationsRepository,
    private readonly sessions: SessionGate,
    private readonly audience: Audience,
    private readonly log: Log,
  ) {}

  onModuleInit(): void {
    this.events.everywhere('typing.changed', (typed) => {
      this.tell(typed).catch((error: unknown) => this.log.failure('typing was not told', error));
    });
  }

  private async tell(typed: Typed): Promise<void> {
    const { brandId, conversationId: conversation, on, agentId } = typed;
    const room = conversationRoom(brandId, conversation);
    if (!this.audience.hears(room)) return;
    const event = { conversation, on, by: typed.by ?? (await this.nameOf(typed)) };
    if (agentId === null) this.audience.agents.local.to(room).emit('typing', event);
    else this.audience.consumers.local.to(room).emit('typing', event);
  }

  private async nameOf({ brandId, conversationId, agentId }: Typed): Promise<string> {
    const conversation = await this.conversations.byId(brandId, conversationId);
    if (!conversation) return '';
    if (agentId !== null) return conversation.agent?.id === agentId ? conversation.agent.name : '';
    return (await this.sessions.peek(brandId, conversation.sessionId))?.displayName ?? '';
  }
}
