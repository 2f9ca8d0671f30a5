import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Events } from '../common/events.js';
import { Log } from '../common/log.js';
import { Rounds } from '../common/rounds.js';
import { giveBack } from './assignment.service.js';
import { ConversationsRepository } from './conversations.repository.js';
import { WritingRepository } from './writing.repository.js';

const LOOK_EVERY_MS = 10_000;

/**
 * An agent who is removed while they talk leaves their conversations to the others: back in the queue, and everybody sees
 * it. Looked for as well: the process that removed the agent may not have come to it.
 */
@Injectable()
export class LeftBehind implements OnModuleInit {
  constructor(
    private readonly conversations: ConversationsRepository,
    private readonly writing: WritingRepository,
    private readonly events: Events,
    private readonly rounds: Rounds,
    private readonly log: Log,
  ) {}

  onModuleInit(): void {
    const failure = 'conversations of an agent who was removed were not given back';
    this.events.on('agent.removed', () => {
      this.release().catch((error: unknown) => this.log.failure(failure, error));
    });
    this.rounds.every(LOOK_EVERY_MS, failure, () => this.release());
  }

  private async release(): Promise<void> {
    for (const { brandId, id, agentId } of await this.conversations.leftBehind())
      await this.writing.write(brandId, id, undefined, async (transcript) => {
        const { state, agent } = transcript.conversation;
        // Another process may have come first.
        if (state === 'taken' && agent?.id === agentId) await giveBack(transcript, null, '');
      });
  }
}
