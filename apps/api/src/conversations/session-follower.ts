import type { IdentityEvent } from '@countersign/contracts';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Events, type Happenings } from '../common/events.js';
import { Log } from '../common/log.js';
import { Turns } from '../common/turns.js';
import { type LiveSession, SessionGate } from '../identity/index.js';
import { type Conversation, systemLine } from './conversation.js';
import { ConversationsRepository } from './conversations.repository.js';
import { beginningOf, endingOf, eventOf, switched } from './identity-events.js';
import { MergeService } from './merge.service.js';
import { WritingRepository } from './writing.repository.js';

/** What becomes of a conversation when the session that speaks in it does. */
@Injectable()
export class SessionFollower implements OnModuleInit {
  private readonly turns = new Turns();

  constructor(
    private readonly conversations: ConversationsRepository,
    private readonly writing: WritingRepository,
    private readonly merge: MergeService,
    private readonly sessions: SessionGate,
    private readonly events: Events,
    private readonly log: Log,
  ) {}

  onModuleInit(): void {
    const follow = (brandId: string, work: () => Promise<void>) =>
      void this.turns
        .run(brandId, work)
        .catch((error: unknown) => this.log.failure('a session was not followed', error));
    this.events.on('session.opened', (opened) => follow(opened.brandId, () => this.opened(opened)));
    this.events.on('session.ended', (ended) => follow(ended.brandId, () => this.ended(ended)));
    this.events.on('session.stale', (stale) => follow(stale.brandId, () => this.stale(stale)));
    this.events.on('facts.changed', (changed) => follow(changed.brandId, () => this.pushed(changed)));
  }

  private async opened({
    brandId,
    sessionId,
    consumerId,
    isNew,
    previousSessionId,
    steppedUp = false,
    answered,
  }: Happenings['session.opened']): Promise<void> {
    const own =
      consumerId === null || isNew ? undefined : await this.conversations.openOfConsumer(brandId, consumerId);
    // Most who come have said nothing yet, here or elsewhere.
    if (!own && previousSessionId === null) return;
    const session = await this.sessions.peek(brandId, sessionId);
    if (!session) return;
    const before =
      previousSessionId === null ? undefined : await this.sessions.peek(brandId, previousSessionId);
    if (before && before.consumerId !== consumerId) await this.merge.withdraw(brandId, before.familyId);
    const former = before && (await this.conversations.openBySession(brandId, before.sessionId));
    const again = steppedUp ? 'stepped_up' : 'renewed';
    if (former) await this.replaced(former, session, again, answered);
    const kind = before?.consumerId === consumerId ? again : 'verified';
    if (own && own.id !== former?.id) await this.carryOn(own, session, kind, answered);
  }

  /** The same browser speaks as somebody else, or as the same person again. */
  private async replaced(
    former: Conversation,
    session: LiveSession,
    again: 'renewed' | 'stepped_up',
    answered: string | undefined,
  ): Promise<void> {
    if (former.consumerId === session.consumerId)
      return session.consumerId === null
        ? this.carryOn(former, session, beginningOf(session))
        : this.carryOn(former, session, again, answered);
    if (former.consumerId !== null) return this.leave(former, switched);
    // Whoever has come is asked whether it was them who spoke.
    if (former.offeredTo === session.familyId) return;
    // What was said anonymously belongs to nobody who is known: it is closed, and linked to no one.
    return this.close(former, switched);
  }

  /** @param answered in which conversation the proof was asked for */
  private async carryOn(
    { brandId, id }: Conversation,
    session: LiveSession,
    kind: IdentityEvent['kind'],
    answered?: string,
  ): Promise<void> {
    await this.writing.write(brandId, id, session, async (transcript) => {
      if (transcript.conversation.state === 'ended') return;
      await transcript.moveTo(session.sessionId);
      await transcript.note(eventOf(kind, session));
      if (answered === id) await transcript.add(systemLine('proof_given', session.displayName));
      else if (kind === 'verified') await transcript.add(systemLine('signed_in', session.displayName));
    });
  }

  private async ended({ brandId, sessionId, why }: Happenings['session.ended']): Promise<void> {
    const conversation = await this.conversations.openBySession(brandId, sessionId);
    const session = await this.sessions.peek(brandId, sessionId);
    if (!session) return;
    if (session.consumerId !== null) await this.merge.withdraw(brandId, session.familyId);
    if (!conversation) return;
    const event = eventOf(endingOf(why), session);
    // Nobody can ever prove to be the one who spoke anonymously: with the session, the conversation is over.
    if (conversation.consumerId === null) return this.close(conversation, event);
    if (!(await this.goOnElsewhere(conversation, event))) await this.leave(conversation, event);
  }

  /** Who leaves one device, and is proven on another, is still there. */
  private async goOnElsewhere(
    { brandId, id, consumerId, sessionId }: Conversation,
    event: ReturnType<typeof eventOf>,
  ): Promise<boolean> {
    const other = consumerId === null ? undefined : await this.sessions.elsewhere(brandId, consumerId);
    if (!other) return false;
    return this.writing.write(brandId, id, undefined, async (transcript) => {
      const { state, sessionId: speaks } = transcript.conversation;
      if (state === 'ended' || speaks !== sessionId) return true;
      await transcript.note(event);
      await transcript.moveTo(other.sessionId);
      return true;
    });
  }

  /** The history notes it; whoever waits for the consumer is told. */
  private async stale({ brandId, sessionId }: Happenings['session.stale']): Promise<void> {
    const conversation = await this.conversations.openBySession(brandId, sessionId);
    const session = await this.sessions.peek(brandId, sessionId);
    if (!conversation || !session) return;
    const event = eventOf('stale', session);
    if (await this.goOnElsewhere(conversation, event)) return;
    await this.writing.write(brandId, conversation.id, undefined, async (transcript) => {
      // Of several processes each sees it grow old: the first writes it down.
      if ((await transcript.lastNoted()) !== 'stale') await transcript.note(event);
    });
  }

  private async pushed({ brandId, consumerId, pushed }: Happenings['facts.changed']): Promise<void> {
    if (!pushed) return;
    const conversation = await this.conversations.openOfConsumer(brandId, consumerId);
    if (!conversation) return;
    const event = { ...pushed, kind: 'facts_pushed' as const, reason: null, attempt: null };
    await this.writing.write(brandId, conversation.id, undefined, (transcript) => transcript.note(event));
  }

  private async close({ brandId, id }: Conversation, event: ReturnType<typeof eventOf>): Promise<void> {
    await this.writing.write(brandId, id, undefined, async (transcript) => {
      if (transcript.conversation.state === 'ended') return;
      await transcript.note(event);
      await transcript.add(systemLine('ended'));
      await transcript.end();
    });
  }

  /** It stays open: the same person may come back with a proof. */
  private async leave({ brandId, id }: Conversation, event: ReturnType<typeof eventOf>): Promise<void> {
    await this.writing.write(brandId, id, undefined, async (transcript) => {
      if (transcript.conversation.state === 'ended') return;
      await transcript.settle('expired');
      await transcript.note(event);
      await transcript.add(systemLine(event.kind === 'signed_out' ? 'signed_out' : 'identity_ended'));
    });
  }
}
