import { Injectable } from '@nestjs/common';
import { ConversationLookup, type Handover, type Speaker, type Standing } from '../identity/index.js';
import { ConversationsRepository } from './conversations.repository.js';
import { MergeService } from './merge.service.js';
import { RequestsService } from './requests.service.js';

/** What identity wants to know of conversations, and has done in them. */
@Injectable()
export class OpenConversation extends ConversationLookup {
  constructor(
    private readonly conversations: ConversationsRepository,
    private readonly merge: MergeService,
    private readonly requests: RequestsService,
  ) {
    super();
  }

  override async standing(speaker: Speaker): Promise<Standing> {
    const [open, earlier, offered] = await Promise.all([
      this.conversations.openOf(speaker),
      this.conversations.hasEnded(speaker),
      speaker.consumerId === null ? undefined : this.merge.offerTo(speaker),
    ]);
    return {
      conversation: open ? { id: open.id, lastNumber: open.lastNumber, readNumber: open.consumerRead } : null,
      earlier,
      offer: offered ? { conversation: offered.id, lastNumber: offered.lastNumber } : null,
      request: open ? await this.requests.openOf(open.brandId, open.id) : null,
    };
  }

  override offer(handover: Handover): Promise<void> {
    return this.merge.offer(handover);
  }

  override demanded(speaker: Speaker, request: string) {
    return this.requests.mine(speaker, request);
  }

  override meet(speaker: Speaker, request: string): Promise<string | undefined> {
    return this.requests.meet(speaker, request);
  }

  override async look(now: Date): Promise<void> {
    await this.merge.look(now);
    await this.requests.look(now);
  }
}
