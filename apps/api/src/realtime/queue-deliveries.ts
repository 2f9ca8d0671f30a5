import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Events, type Happenings } from '../common/events.js';
import { Log } from '../common/log.js';
import { ConversationsRepository, SummariesService, statusOf } from '../conversations/index.js';
import { Audience } from './audience.js';
import { Gathered } from './gathered.js';
import { agentRoom, brandRoom, consumerRoom, conversationRoom, sessionRoom } from './sockets.js';

/**
 * However much is said, a queue is told anew so often at most: each row once, as it is then. Where much happens before
 * many eyes, less often: nobody reads a hundred rows five times a second.
 */
const AT_MOST_EVERY_MS = 200;
const AT_LEAST_EVERY_MS = 1_000;
const ROWS_AT_ONCE = 500;

/** How each conversation stands: to every agent of the brand as a row of the queue, to its consumer as a status. */
@Injectable()
export class QueueDeliveries implements OnModuleInit {
  private readonly gathered: Gathered;
  /** By brand: whose row is to be told. */
  private readonly changed = new Map<string, Set<string>>();

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
    if (!this.audience.hears(brandRoom(brandId))) return;
    const rows = this.changed.get(brandId);
    if (rows) {
      rows.add(conversationId);
      return;
    }
    this.changed.set(brandId, new Set([conversationId]));
    this.gathered.run(`rows ${brandId}`, async () => {
      const ids = [...(this.changed.get(brandId) ?? [])];
      this.changed.delete(brandId);
      let told = 0;
      for (let at = 0; at < ids.length; at += ROWS_AT_ONCE)
        told += await this.tellAgents(brandId, ids.slice(at, at + ROWS_AT_ONCE));
      await pause(Math.min(Math.max(AT_MOST_EVERY_MS, told), AT_LEAST_EVERY_MS));
    });
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
    this.audience.consumers.local.in(owners).socketsJoin(conversationRoom(brandId, conversationId));
  }

  /** Answers how many rows were told, to all together. */
  private async tellAgents(brandId: string, conversationIds: readonly string[]): Promise<number> {
    const { agents } = this.audience;
    const here = [...agents.sockets.values()].filter(({ rooms }) => rooms.has(brandRoom(brandId)));
    const ids = [...new Set(here.map(({ data }) => data.agentId))];
    if (ids.length === 0) return 0;
    const conversations = await this.conversations.byIds(brandId, conversationIds);
    const rows = await this.summaries.forAgents(brandId, conversations, ids);
    for (const [agentId, theirs] of rows)
      for (const row of theirs) agents.local.to(agentRoom(agentId)).emit('queue:changed', row);
    return conversations.length * rows.size;
  }

  private async tellConsumer(brandId: string, conversationId: string): Promise<void> {
    const conversation = await this.conversations.byId(brandId, conversationId);
    if (!conversation) return;
    this.gatherTabs({ ...conversation, conversationId });
    const room = conversationRoom(brandId, conversationId);
    this.audience.consumers.local.to(room).emit('conversation:changed', statusOf(conversation));
  }
}
