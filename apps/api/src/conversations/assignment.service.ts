import type { AssignConversation, ConversationSummary } from '@countersign/contracts';
import { mayAssign } from '@countersign/protocol';
import { Injectable } from '@nestjs/common';
import { type LiveAgent, leads } from '../agents/index.js';
import { DomainError } from '../common/domain-error.js';
import { ColleaguesRepository, type Named } from './colleagues.repository.js';
import { type Conversation, factsOf, systemLine } from './conversation.js';
import { DeskService } from './desk.service.js';
import { refuseFor } from './refusal.js';
import type { Transcript } from './transcript.repository.js';
import { WritingRepository } from './writing.repository.js';

/** A conversation goes to another agent, or back to the queue, with a word for whoever gets it. */
@Injectable()
export class AssignmentService {
  constructor(
    private readonly writing: WritingRepository,
    private readonly colleagues: ColleaguesRepository,
    private readonly desk: DeskService,
  ) {}

  async assign(
    agent: LiveAgent,
    { conversation: id, to, note = '' }: AssignConversation,
  ): Promise<ConversationSummary> {
    const { brandId, agentId } = agent;
    const target = to === null ? null : await this.colleague(brandId, to);
    const assigned = await this.writing.write(
      brandId,
      id,
      undefined,
      async (transcript): Promise<Conversation> => {
        refuseFor(mayAssign(factsOf(transcript.conversation), agentId, leads(agent)));
        // It is where it is to be.
        if (transcript.conversation.agent?.id === target?.id) return transcript.conversation;
        if (target) await this.give(transcript, agentId, target, note);
        else await giveBack(transcript, agentId, note);
        return transcript.conversation;
      },
    );
    return this.desk.summary(agent, assigned);
  }

  private async give(transcript: Transcript, by: string, target: Named, text: string): Promise<void> {
    await transcript.take(target);
    await transcript.add(systemLine('given', target.name));
    const mentions = target.id === by ? [] : [target.id];
    await transcript.leaveNote({ kind: 'given', agentId: by, toAgentId: target.id, text }, mentions);
  }

  private async colleague(brandId: string, id: string): Promise<Named> {
    const [found] = await this.colleagues.byIds(brandId, [id]);
    if (!found) throw new DomainError('agent_not_found');
    return found;
  }
}

/** Nobody has it from here on. @param by null: whoever had it was removed */
export async function giveBack(transcript: Transcript, by: string | null, text: string): Promise<void> {
  await transcript.giveBack();
  await transcript.add(systemLine('returned'));
  await transcript.leaveNote({ kind: 'returned', agentId: by, toAgentId: null, text }, []);
}
