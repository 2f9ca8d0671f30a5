import type { ConversationStatus, MergeConversation } from '@countersign/contracts';
import { mayOffer, mayWrite, OFFER_MS } from '@countersign/protocol';
import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { DomainError } from '../common/domain-error.js';
import type { Handover, LiveSession, Speaker } from '../identity/index.js';
import { belongsTo, type Conversation, statusOf, systemLine } from './conversation.js';
import { ConversationsRepository } from './conversations.repository.js';
import { eventOf, switched } from './identity-events.js';
import { MessagesRepository } from './messages.repository.js';
import { refuseFor } from './refusal.js';
import type { Transcript } from './transcript.repository.js';
import { WritingRepository } from './writing.repository.js';

/** What was said anonymously, and who may turn out to have said it. */
@Injectable()
export class MergeService {
  constructor(
    private readonly conversations: ConversationsRepository,
    private readonly messages: MessagesRepository,
    private readonly writing: WritingRepository,
    private readonly clock: Clock,
  ) {}

  /** Where the rule lets it, the consumer who has just been proven is asked whether it was them. */
  async offer({ brandId, from, to, ...past }: Handover): Promise<void> {
    const conversation = await this.conversations.openOf({ brandId, familyId: from, consumerId: null });
    if (!conversation) return;
    const lastMessageAt = await this.messages.lastSaidAt(brandId, conversation.id);
    const now = this.clock.now();
    if (!mayOffer({ ...past, lastMessageAt }, now)) return;
    await this.writing.write(brandId, conversation.id, undefined, async (transcript) => {
      const { state, consumerId, offeredTo } = transcript.conversation;
      if (state === 'ended' || consumerId !== null || offeredTo !== null) return;
      await transcript.offer(to, new Date(now.getTime() + OFFER_MS));
    });
  }

  async offerTo({ brandId, familyId }: Speaker): Promise<Conversation | undefined> {
    return this.conversations.offeredTo(brandId, familyId, this.clock.now());
  }

  /** The conversation that goes on, or null. Said twice, it is answered as the first time. */
  async answer(
    session: LiveSession,
    { conversation: id, accept }: MergeConversation,
  ): Promise<ConversationStatus | null> {
    const { brandId } = session;
    const conversation = await this.conversations.byId(brandId, id);
    if (accept && conversation && belongsTo(conversation, session)) return this.goingOn(conversation);
    this.mustBeOffered(conversation, session);
    if (!accept) {
      await this.close(brandId, id, session.familyId, 'declined');
      return null;
    }
    const own = await this.writing.adopt(session, id, (transcript, open) =>
      this.join(transcript, session, open),
    );
    if (own === undefined) return this.goingOn(await this.conversations.byId(brandId, id));
    await this.writing.write(brandId, own, undefined, (transcript) =>
      transcript.note(eventOf('merged', session)),
    );
    return this.goingOn(await this.conversations.byId(brandId, own));
  }

  /** The consumer who was asked is gone: nobody can say any more that it was them. */
  async withdraw(brandId: string, familyId: string): Promise<void> {
    const offered = await this.conversations.offeredTo(brandId, familyId);
    if (offered) await this.close(brandId, offered.id, familyId);
  }

  /** Whoever has not answered in time is asked no more. */
  async look(now: Date): Promise<void> {
    for (const { brandId, id, offeredTo } of await this.conversations.offeredBefore(now))
      await this.close(brandId, id, offeredTo);
  }

  private async join(
    transcript: Transcript,
    session: LiveSession,
    own: string | undefined,
  ): Promise<string | undefined> {
    this.mustBeOffered(transcript.conversation, session);
    const { assurance, minimum } = transcript.speaker;
    refuseFor(mayWrite(undefined, assurance, minimum));
    const { familyId: from, sessionId: saidBy } = transcript.conversation;
    await transcript.giveTo(session);
    await transcript.note(eventOf('merged', session));
    const asked = await transcript.settle('proven');
    await transcript.add(systemLine(asked ? 'proof_given' : 'signed_in', session.displayName));
    if (own !== undefined) {
      await transcript.linkTo(own);
      await transcript.add(systemLine('ended'));
      await transcript.end();
    }
    const { id: conversation } = transcript.conversation;
    const linkedTo = own ?? null;
    const detail = { conversation, saidBy, family: from, session: session.sessionId, linkedTo };
    await transcript.audit({
      actor: `consumer ${session.consumerId}`,
      action: 'conversation_merged',
      detail,
    });
    return own;
  }

  private mustBeOffered(
    conversation: Conversation | undefined,
    { familyId }: LiveSession,
  ): asserts conversation is Conversation {
    const until = conversation?.offeredTo === familyId ? conversation.offeredUntil : null;
    if (until === null || until <= this.clock.now()) throw new DomainError('merge_not_offered');
  }

  /** Unlinked: what was said belongs to nobody who is known. */
  private async close(
    brandId: string,
    id: string,
    familyId: string,
    outcome: 'declined' | 'expired' = 'expired',
  ): Promise<void> {
    await this.writing.write(brandId, id, undefined, async (transcript) => {
      if (transcript.conversation.offeredTo !== familyId) return;
      await transcript.settle(outcome);
      await transcript.note(switched);
      await transcript.add(systemLine('ended'));
      await transcript.end();
    });
  }

  private async goingOn(conversation: Conversation | undefined): Promise<ConversationStatus> {
    const linked = conversation?.linkedTo;
    const goes = linked ? await this.conversations.byId(conversation.brandId, linked) : conversation;
    if (!goes) throw new DomainError('conversation_not_found');
    return statusOf(goes);
  }
}
