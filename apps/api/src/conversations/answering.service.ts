import type { AgentSend, ConversationSummary, Message } from '@countersign/contracts';
import { mayAnswer, mayReach, mayTake } from '@countersign/protocol';
import { Injectable } from '@nestjs/common';
import { type LiveAgent, leads } from '../agents/index.js';
import { type Conversation, factsOf, otherEndOf, systemLine } from './conversation.js';
import { DeskService } from './desk.service.js';
import { PlainLines } from './plain/plain-lines.js';
import { refuseFor } from './refusal.js';
import { WritingRepository } from './writing.repository.js';

/** What an agent does. Judged while the conversation's row is locked: of two that take at once, one has it. */
@Injectable()
export class AnsweringService {
  constructor(
    private readonly writing: WritingRepository,
    private readonly plain: PlainLines,
    private readonly desk: DeskService,
  ) {}

  async take(agent: LiveAgent, id: string): Promise<ConversationSummary> {
    const { brandId, agentId, name } = agent;
    const taken = await this.writing.write(
      brandId,
      id,
      undefined,
      async (transcript): Promise<Conversation> => {
        refuseFor(mayTake(factsOf(transcript.conversation), agentId));
        if (transcript.conversation.agent?.id !== agentId) {
          await transcript.take({ id: agentId, name });
          await transcript.add(systemLine('taken', name));
        }
        await transcript.readBy(agentId);
        return transcript.conversation;
      },
    );
    return this.desk.summary(agent, taken);
  }

  /** As `sendPlainly` of a consumer. */
  async sendPlainly(
    { brandId, agentId, sessionId }: Pick<LiveAgent, 'brandId' | 'agentId' | 'sessionId'>,
    { conversation: conversationId, clientId, text, attachment }: AgentSend,
    socketId: string,
  ): Promise<Message | undefined> {
    if (attachment !== undefined) return undefined;
    const line = { brandId, conversationId, sessionId, clientId, text, agentId, socketId };
    return this.plain.say({ ...line, from: 'agent' });
  }

  /** Held while it is not confirmed who reads it, unless the agent says that it is to go out all the same. */
  async send(
    { brandId, agentId }: LiveAgent,
    { conversation, clientId, text, attachment: file, unconfirmed = false }: AgentSend,
  ): Promise<Message> {
    return this.writing.write(brandId, conversation, undefined, async (transcript) => {
      refuseFor(mayAnswer(factsOf(transcript.conversation), agentId));
      const before = await transcript.stored('agent', { clientId, text, attachment: file });
      if (before) return before;
      refuseFor(mayReach(otherEndOf(transcript), unconfirmed));
      const attachment = await transcript.attached(file, { by: 'agent', agentId });
      const message = await transcript.add({ from: 'agent', clientId, text, attachment, agentId });
      await transcript.readBy(agentId);
      return message;
    });
  }

  /** Whoever has it ends it; a lead may end any. Ending what has ended is no error. */
  async end(agent: LiveAgent, id: string): Promise<ConversationSummary> {
    const ended = await this.writing.write(agent.brandId, id, undefined, async (transcript) => {
      if (transcript.conversation.state === 'ended') return transcript.conversation;
      if (!leads(agent)) refuseFor(mayAnswer(factsOf(transcript.conversation), agent.agentId));
      await transcript.add(systemLine('ended', agent.name));
      await transcript.end();
      return transcript.conversation;
    });
    return this.desk.summary(agent, ended);
  }

  /** Whether this agent may be seen typing there. */
  async answers({ brandId, agentId }: LiveAgent, id: string): Promise<void> {
    refuseFor(mayAnswer(factsOf(await this.desk.find({ brandId }, id)), agentId));
  }
}
