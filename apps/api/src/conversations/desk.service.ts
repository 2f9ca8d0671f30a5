import type { Trace } from '@countersign/claims';
import {
  type ConversationDetail,
  type ConversationSummary,
  LAST_LINE,
  type MarkDelivered,
  type Message,
} from '@countersign/contracts';
import { Injectable } from '@nestjs/common';
import { type LiveAgent, leads } from '../agents/index.js';
import { AuditRepository } from '../audit/index.js';
import { DomainError } from '../common/domain-error.js';
import { SessionGate, TraceReader } from '../identity/index.js';
import type { Conversation } from './conversation.js';
import { ConversationsRepository } from './conversations.repository.js';
import { MarksService } from './marks.service.js';
import { MessagesRepository } from './messages.repository.js';
import { NotesRepository } from './notes/notes.repository.js';
import { PanelService, seesFacts } from './panel.service.js';
import { mustReach } from './refusal.js';
import { SummariesService } from './summaries.service.js';

const PAGE = 200;

/** To the consumer it is the agent who answers that has read it, or any while nobody does: who else looks on is not told. */
const marksFor = ({ agentId }: LiveAgent, { agent }: Conversation): boolean =>
  agent === null || agent.id === agentId;

/** What an agent reads. Everything is asked within the agent's brand. */
@Injectable()
export class DeskService {
  constructor(
    private readonly conversations: ConversationsRepository,
    private readonly messages: MessagesRepository,
    private readonly summaries: SummariesService,
    private readonly panels: PanelService,
    private readonly audit: AuditRepository,
    private readonly sessions: SessionGate,
    private readonly traces: TraceReader,
    private readonly marks: MarksService,
    private readonly notes: NotesRepository,
  ) {}

  /** The last messages, or those after a number the agent has already. */
  async detail(agent: LiveAgent, id: string, after = 0): Promise<ConversationDetail> {
    const conversation = await this.find(agent, id);
    mustReach(conversation, after);
    await this.auditLook(agent, conversation);
    const { brandId } = agent;
    const [summary, messages, notes, panel] = await Promise.all([
      this.summary(agent, conversation),
      after > 0
        ? this.messages.after(brandId, id, after, PAGE * 5)
        : this.messages.before(brandId, id, LAST_LINE, PAGE),
      this.notes.of(brandId, id),
      this.panels.of(conversation, agent),
    ]);
    return { conversation: summary, messages, notes, panel };
  }

  async earlier({ brandId, ...agent }: LiveAgent, id: string, before: number): Promise<Message[]> {
    await this.find({ brandId, ...agent }, id);
    return this.messages.before(brandId, id, before, PAGE);
  }

  async markRead(agent: LiveAgent, id: string, number: number): Promise<void> {
    const conversation = await this.find(agent, id);
    const read = Math.min(number, conversation.lastNumber);
    await this.messages.markRead(agent.brandId, id, agent.agentId, read);
    if (marksFor(agent, conversation)) this.marks.note(agent.brandId, id, { agentRead: read });
  }

  /** It came to a workspace. */
  async delivered(agent: LiveAgent, { conversation: id, number }: MarkDelivered): Promise<null> {
    if (marksFor(agent, await this.find(agent, id)))
      this.marks.note(agent.brandId, id, { agentDelivered: number });
    return null;
  }

  async trace(agent: LiveAgent, id: string): Promise<Trace> {
    const conversation = await this.find(agent, id);
    if (!seesFacts(conversation, agent)) throw new DomainError('agent_not_assigned');
    await this.auditLook(agent, conversation);
    const session = await this.sessions.peek(agent.brandId, conversation.sessionId);
    const attempt = session?.attemptId ?? null;
    if (attempt === null) throw new DomainError('attempt_not_found');
    return this.traces.decisive(agent.brandId, attempt);
  }

  /** A file that was sent: as with facts. */
  async mayOpen(agent: LiveAgent, id: string): Promise<void> {
    const conversation = await this.find(agent, id);
    if (!seesFacts(conversation, agent)) throw new DomainError('agent_not_assigned');
    await this.auditLook(agent, conversation, 'file_seen');
  }

  async find({ brandId }: Pick<LiveAgent, 'brandId'>, id: string): Promise<Conversation> {
    const conversation = await this.conversations.byId(brandId, id);
    if (!conversation) throw new DomainError('conversation_not_found');
    return conversation;
  }

  async summary({ brandId, agentId }: LiveAgent, conversation: Conversation): Promise<ConversationSummary> {
    const [summary] = await this.summaries.forAgent(brandId, [conversation], agentId);
    if (!summary) throw new DomainError('conversation_not_found');
    return summary;
  }

  private async auditLook(
    agent: LiveAgent,
    conversation: Conversation,
    action: 'facts_seen' | 'file_seen' = 'facts_seen',
  ): Promise<void> {
    const own = conversation.state !== 'ended' && conversation.agent?.id === agent.agentId;
    if (leads(agent) && !own)
      await this.audit.add(agent.brandId, {
        actor: `agent ${agent.agentId}`,
        action,
        detail: { conversation: conversation.id },
      });
  }
}
