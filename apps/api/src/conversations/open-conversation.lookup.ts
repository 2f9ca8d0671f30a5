import type { SessionView } from '@countersign/contracts';
import { Injectable } from '@nestjs/common';
import { ConversationLookup, type Speaker } from '../identity/index.js';
import { ConversationsRepository } from './conversations.repository.js';

/** What identity wants to know of conversations. */
@Injectable()
export class OpenConversation extends ConversationLookup {
  constructor(private readonly conversations: ConversationsRepository) {
    super();
  }

  override async openOf(speaker: Speaker): Promise<SessionView['conversation']> {
    const conversation = await this.conversations.openOf(speaker);
    if (!conversation) return null;
    const { id, lastNumber, consumerRead: readNumber } = conversation;
    return { id, lastNumber, readNumber };
  }
}
