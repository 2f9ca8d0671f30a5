import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Events, type Happenings } from '../common/events.js';
import { Log } from '../common/log.js';
import { ConversationsRepository, SummariesService, statusOf } from '../conversations/index.js';
import { Audience } from './audience.js';
import { Gathered } from './gathered.js';
import { agentRoom, brandRoom, consumerRoom, conversationRoom, sessionRoom } from './sockets.js';

/** How each conversation stands: to every agent of the brand as a row of the queue, to its consumer as a status. */
@Injectable()
export class QueueDeliveries implements OnModuleInit {
  private readonly gathered: Gathered;

  constructor(
    private readonly events: Events,
    private readonly conversations: ConversationsRepository,
    private readonly summaries: SummariesService,
    private readonly audience: Audience,
    log: Log,
  ) {
    this.gathered = new Gathered((error) => log.failure('the queue was not told', error));
  }

  onModuleInit(): void {
    this.events.everywhere('conversation.opened', (opened) => this.gatherTabs(opened));
    this.events.everywhere('identity.noted', (noted) => this.rowChanged(noted));
    this.events.everywhere('message.stored', (stored) => this.rowChanged(stored));
    this.events.everywhere('conversation.changed', (changed) => {
      this.rowChanged(changed);
      const name = `status ${changed.conversationId}`;
      this.gathered.run(name, () => this.tellConsumer(changed.brandId, changed.conversationId));
    });
  }

  private rowChanged({ brandId, conversationId }: Happenings['conversation.changed']): void {
    this.gathered.run(`row ${conversationId}`, () => this.tellAgents(brandId, conversationId));
  }

  /** All tabs of the session, and all devices of the consumer, hear a conversation that one of them began. */
  private gatherTabs({
    brandId,
    conversationId,
    sessionId,
    consumerId,
  }: Happenings['conversation.opened']): void {
    const owners = [
      sessionRoom(sessionId),
      ...(consumerId === null ? [] : [consumerRoom(brandId, consumerId)]),
    ];
    this.audience.consumers.in(owners).socketsJoin(conversationRoom(brandId, conversationId));
  }

  private async tellAgents(brandId: string, conversationId: string): Promise<void> {
    const { agents } = this.audience;
    const here = [...agents.sockets.values()].filter(({ rooms }) => rooms.has(brandRoom(brandId)));
    const ids = [...new Set(here.map(({ data }) => data.agentId))];
    if (ids.length === 0) return;
    const conversation = await this.conversations.byId(brandId, conversationId);
    if (!conversation) return;
    const rows = await this.summaries.forAgents(brandId, [conversation], ids);
    for (const [agentId, [row]] of rows) if (row) agents.to(agentRoom(agentId)).emit('queue:changed', row);
  }

  private async tellConsumer(brandId: string, conversationId: string): Promise<void> {
    const conversation = await this.conversations.byId(brandId, conversationId);
    if (!conversation) return;
    this.gatherTabs({ ...conversation, conversationId });
    const room = conversationRoom(brandId, conversationId);
    this.audience.consumers.to(room).emit('conversation:changed', statusOf(conversation));
  }
}
