import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AgentGate } from '../agents/index.js';
import { Events } from '../common/events.js';
import { Log } from '../common/log.js';
import { type Conversation, ConversationsRepository, PanelService } from '../conversations/index.js';
import { Audience } from './audience.js';
import { Gathered } from './gathered.js';
import { conversationRoom } from './sockets.js';

/** The panel, to whoever looks at the conversation: made for each agent, since not each may see the facts. */
@Injectable()
export class PanelDeliveries implements OnModuleInit {
  private readonly failed: (error: unknown) => void;
  private readonly gathered: Gathered;

  constructor(
    private readonly events: Events,
    private readonly conversations: ConversationsRepository,
    private readonly panels: PanelService,
    private readonly agents: AgentGate,
    private readonly audience: Audience,
    log: Log,
  ) {
    this.failed = (error) => log.failure('a panel was not told', error);
    this.gathered = new Gathered(this.failed);
  }

  onModuleInit(): void {
    const { conversations } = this;
    this.events.everywhere('conversation.changed', ({ brandId, conversationId }) =>
      this.refresh(brandId, conversationId),
    );
    // Also what another process noted: that a session ended stands there in the moment it is told.
    this.events.everywhere('identity.noted', ({ brandId, conversationId }) =>
      this.refresh(brandId, conversationId),
    );
    this.events.everywhere('facts.changed', ({ brandId, consumerId }) =>
      this.refreshFound(() => conversations.openOfConsumer(brandId, consumerId)),
    );
    this.events.everywhere('page-facts.changed', ({ brandId, sessionId }) =>
      this.refreshFound(() => conversations.openBySession(brandId, sessionId)),
    );
  }

  /** Only agents see panels: while none of them is here, nobody asks what to show. */
  private refreshFound(find: () => Promise<Conversation | undefined>): void {
    if (this.audience.agents.sockets.size === 0) return;
    find().then((found) => found && this.refresh(found.brandId, found.id), this.failed);
  }

  private refresh(brandId: string, id: string): void {
    if (!this.audience.hears(conversationRoom(brandId, id))) return;
    this.gathered.run(id, async () => {
      const conversation = await this.conversations.byId(brandId, id);
      if (conversation) await this.tell(conversation);
    });
  }

  private async tell(conversation: Conversation): Promise<void> {
    const { agents } = this.audience;
    const room = conversationRoom(conversation.brandId, conversation.id);
    const watching = [...agents.sockets.values()].filter(({ rooms }) => rooms.has(room));
    const viewers = new Map(watching.map(({ data }) => [data.sessionId, data]));
    for (const { brandId, sessionId } of viewers.values()) {
      // Read now, as at every event: a lead who is none any more sees what others see.
      const viewer = await this.agents.peek(brandId, sessionId);
      if (!viewer) continue;
      const panel = await this.panels.of(conversation, viewer);
      const theirs = watching.filter(({ data }) => data.sessionId === sessionId);
      for (const socket of theirs) socket.emit('panel:changed', panel);
    }
  }
}
