import type { Prisma } from '@countersign/database';
import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { Database } from '../common/database.js';
import { DomainError } from '../common/domain-error.js';
import { Events } from '../common/events.js';
import { newId } from '../common/ids.js';
import { Turns } from '../common/turns.js';
import type { LiveSession } from '../identity/index.js';
import { Following } from '../telemetry/index.js';
import { ownedBy } from './conversations.repository.js';
import { tellStored } from './tell-stored.js';
import { lockConversation, speakerOf, Transcript } from './transcript.repository.js';

type Transaction = Prisma.TransactionClient;
type Work<Result> = (transcript: Transcript) => Promise<Result>;
/** The session whose word it is; without one, that which speaks in the conversation now. */
type Speaking = { readonly sessionId: string } | undefined;

/** Long enough for a burst: whoever waits for the lock of a busy conversation is not turned away. */
const patience = { maxWait: 10_000, timeout: 10_000 };

/**
 * Where lines are written. Stored first, told afterwards: what is announced is there, and in its order.
 * The turns keep one conversation from taking every connection of the pool; the row's lock is what decides.
 */
@Injectable()
export class WritingRepository {
  private readonly turns = new Turns();

  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly clock: Clock,
    private readonly following: Following,
  ) {}

  async write<Result>(brandId: string, id: string, speaking: Speaking, work: Work<Result>): Promise<Result> {
    return this.turns.run(id, async () => {
      const [transcript, result] = await this.database.within(brandId, (prisma) =>
        prisma.$transaction(async (tx) => this.locked(tx, brandId, id, speaking, work), patience),
      );
      this.announce(transcript);
      return result;
    });
  }

  /** In the session's open conversation, or in a new one; two that come at once begin one. */
  async begin<Result>(session: LiveSession, began: Work<void>, work: Work<Result>): Promise<Result> {
    return this.asOwner(session, async (tx, found) => {
      const id = found ?? (await this.create(tx, session));
      return this.locked(tx, session.brandId, id, session, async (transcript) => {
        if (found === undefined) await began(transcript);
        transcript.opened = found === undefined;
        return work(transcript);
      });
    });
  }

  /** In one that may become the session's, beside the one it has open, if any: no other is begun meanwhile. */
  async adopt<Result>(
    session: LiveSession,
    id: string,
    work: (transcript: Transcript, own: string | undefined) => Promise<Result>,
  ): Promise<Result> {
    return this.asOwner(session, (tx, own) =>
      this.locked(tx, session.brandId, id, session, (transcript) => work(transcript, own)),
    );
  }

  /** What one owner's sessions do to the list of their conversations is done one after the other. */
  private async asOwner<Result>(
    session: LiveSession,
    work: (tx: Transaction, open: string | undefined) => Promise<[Transcript, Result]>,
  ): Promise<Result> {
    const { brandId, familyId, consumerId } = session;
    const owner = `${brandId} ${consumerId ?? familyId}`;
    return this.turns.run(owner, async () => {
      const [transcript, result] = await this.database.within(brandId, (prisma) =>
        prisma.$transaction(async (tx) => {
          await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${owner}, 0))`;
          const where = { ...ownedBy(session), state: { not: 'ended' } };
          const found = await tx.conversation.findFirst({ where, select: { id: true } });
          return work(tx, found?.id);
        }, patience),
      );
      this.announce(transcript);
      return result;
    });
  }

  private async create(
    tx: Transaction,
    { brandId, sessionId, familyId, consumerId }: LiveSession,
  ): Promise<string> {
    const openedAt = this.clock.now();
    const id = newId(openedAt);
    const data = { brandId, id, sessionId, familyId, consumerId, state: 'waiting', lastNumber: 0, openedAt };
    await tx.conversation.create({ data, select: { id: true } });
    return id;
  }

  private async locked<Result>(
    tx: Transaction,
    brandId: string,
    id: string,
    speaking: Speaking,
    work: Work<Result>,
  ): Promise<[Transcript, Result]> {
    const conversation = await lockConversation(tx, brandId, id);
    if (!conversation) throw new DomainError('conversation_not_found');
    const speaker = await speakerOf(
      tx,
      brandId,
      speaking?.sessionId ?? conversation.sessionId,
      this.clock.now(),
    );
    const transcript = new Transcript(tx, this.clock, conversation, speaker);
    return [transcript, await work(transcript)];
  }

  private announce(transcript: Transcript): void {
    const { conversation, added, changed, opened, withdrawn, asked, noted, cards } = transcript;
    const { brandId, id: conversationId, sessionId, consumerId } = conversation;
    if (withdrawn) this.events.emit('conversation.withdrawn', { brandId, conversationId });
    if (opened) this.events.emit('conversation.opened', { brandId, conversationId, sessionId, consumerId });
    for (const message of added) {
      this.following.stored(message);
      tellStored(this.events, this.following, brandId, message);
    }
    for (const { noteId, mentioned } of noted) {
      this.events.emit('note.stored', { brandId, conversationId, noteId });
      for (const agentId of mentioned) this.events.emit('mentions.changed', { brandId, agentId });
    }
    if (changed) this.events.emit('conversation.changed', { brandId, conversationId });
    if (asked) this.events.emit('request.changed', { brandId, conversationId });
    for (const cardId of cards.changed) this.events.emit('card.changed', { brandId, conversationId, cardId });
  }
}
