import type { ConsumerExport, ErasedView } from '@countersign/contracts';
import { Injectable } from '@nestjs/common';
import { type Actor, AuditRepository } from '../audit/index.js';
import { Clock } from '../common/clock.js';
import { DomainError } from '../common/domain-error.js';
import { Erasables } from '../common/erasables.js';
import { Events } from '../common/events.js';
import { newId } from '../common/ids.js';
import { Sealer } from '../common/sealer.js';
import { CardsRepository, toCard } from '../conversations/index.js';
import { FactsReader } from '../facts/index.js';
import { PersonalKeys } from '../personal/index.js';
import { type ConsumerRow, ConsumersRepository } from './consumers.repository.js';
import { ErasureList } from './erasure-list.js';
import { ErasuresRepository } from './erasures.repository.js';

/** As long as a proof may live at the longest, and the skew. */
const KEPT_MS = 24 * 3_600_000 + 10 * 60_000;

const iso = (at: Date | null) => at?.toISOString() ?? null;

/** Whoever asks what is known of them gets it, and whoever asks to be forgotten is. */
@Injectable()
export class ConsumersService {
  constructor(
    private readonly consumers: ConsumersRepository,
    private readonly erasures: ErasuresRepository,
    private readonly erasureList: ErasureList,
    private readonly facts: FactsReader,
    private readonly cards: CardsRepository,
    private readonly keys: PersonalKeys,
    private readonly erasables: Erasables,
    private readonly audit: AuditRepository,
    private readonly sealer: Sealer,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  async find(brandId: string, issuer: string, subject: string): Promise<{ id: string }> {
    const id = await this.consumers.idOf(brandId, issuer, subject);
    if (id === undefined) throw new DomainError('consumer_not_found');
    return { id };
  }

  async export(brandId: string, id: string, actor: Actor = 'operator'): Promise<ConsumerExport> {
    const { issuer, subject, name, createdAt } = await this.known(brandId, id);
    const [facts, formerFacts, sessions, conversations] = await Promise.all([
      this.facts.ofConsumer(brandId, id),
      this.facts.formerOf(brandId, id),
      this.consumers.sessionsOf(brandId, id),
      this.consumers.conversationsOf(brandId, id),
    ]);
    const page = await Promise.all(sessions.map((session) => this.facts.ofPage(brandId, session.id)));
    const exported: ConsumerExport = {
      consumer: { id, issuer, subject, name, since: createdAt.toISOString() },
      facts,
      formerFacts,
      pageFacts: page.flat(),
      sessions: sessions.map(({ connection, openedAt, verifiedAt, endedAt, ...session }) => ({
        ...session,
        connection: connection.key,
        openedAt: openedAt.toISOString(),
        verifiedAt: iso(verifiedAt),
        endedAt: iso(endedAt),
      })),
      conversations: [],
      cards: (await this.cards.ofConsumer(brandId, id)).map(toCard),
      attachments: await this.attachmentsOf(brandId, conversations),
    };
    // One after the other: what somebody said in years need not be in memory twice.
    for (const { rating, ...conversation } of conversations)
      exported.conversations.push({
        ...conversation,
        rating: rating && { ...rating, at: rating.at.toISOString() },
        openedAt: conversation.openedAt.toISOString(),
        endedAt: iso(conversation.endedAt),
        messages: await this.messagesOf(brandId, conversation.id),
        identity: await this.eventsOf(brandId, conversation.id),
      });
    await this.audit.add(brandId, {
      actor,
      action: 'consumer_exported',
      detail: { consumer: id },
    });
    return exported;
  }

  /** Asked again, it is answered as done. */
  async erase(brandId: string, id: string, actor: Actor = 'operator'): Promise<ErasedView> {
    const consumer = await this.consumers.byId(brandId, id);
    if (!consumer) {
      if (!(await this.erasures.wasErased(brandId, id))) throw new DomainError('consumer_not_found');
      return { erased: true, conversations: 0, messages: 0, sessions: 0 };
    }
    // What lies elsewhere goes first: were the rows gone, nobody would know whose it is.
    const elsewhere = await this.erasables.eraseOf(brandId, id);
    const at = this.clock.now();
    const one = {
      brandId,
      consumerId: id,
      id: newId(at),
      person: await this.personOf(brandId, consumer),
      pending: await this.pendingOf(brandId, consumer),
      at,
      keepUntil: new Date(at.getTime() + KEPT_MS),
    };
    await this.erasureList.add(one);
    const erased = await this.erasures.erase(one, ({ conversations, messages, sessions }) => ({
      actor,
      action: 'consumer_erased',
      detail: { consumer: id, conversations: conversations.length, messages, sessions, elsewhere },
    }));
    if (consumer.wrappedKey !== null) this.keys.forget(consumer.wrappedKey);
    for (const conversationId of erased?.conversations ?? [])
      this.events.emit('conversation.changed', { brandId, conversationId });
    return {
      erased: true,
      conversations: erased?.conversations.length ?? 0,
      messages: erased?.messages ?? 0,
      sessions: erased?.sessions ?? 0,
    };
  }

  async list(brandId: string) {
    const rows = await this.erasures.list(brandId);
    return {
      erasures: rows.map(({ id, consumerId, at }) => ({ id, consumer: consumerId, at: at.toISOString() })),
    };
  }

  private async known(brandId: string, id: string): Promise<ConsumerRow> {
    const consumer = await this.consumers.byId(brandId, id);
    if (!consumer) throw new DomainError('consumer_not_found');
    return consumer;
  }

  private async personOf(brandId: string, { issuerId, subject }: ConsumerRow): Promise<string> {
    return (await this.keys.ofBrand(brandId)).blind(`person\n${issuerId}\n${subject}`);
  }

  /** Facts that wait for somebody of their subject, or of any value by which they may be addressed. */
  private async pendingOf(brandId: string, { id, subject }: ConsumerRow): Promise<string[]> {
    const facts = await this.facts.ofConsumer(brandId, id);
    const values = facts.flatMap(({ value }) => (typeof value === 'string' ? [value] : []));
    return [...new Set([subject, ...values])].map((value) => this.sealer.blind(brandId, value));
  }

  private async messagesOf(brandId: string, conversationId: string) {
    const rows = await this.consumers.messagesOf(brandId, conversationId);
    return rows.map(({ at, stampAssurance, stampIssuer, event, ...message }) => ({
      ...message,
      event: event as Record<string, unknown> | null,
      at: at.toISOString(),
      stamp: { assurance: stampAssurance, issuer: stampIssuer },
    }));
  }

  private async eventsOf(brandId: string, conversationId: string) {
    const rows = await this.consumers.eventsOf(brandId, conversationId);
    return rows.map(({ at, issuerLabel, connectionKey, ...event }) => ({
      ...event,
      at: at.toISOString(),
      issuer: issuerLabel,
      connection: connectionKey,
    }));
  }

  private async attachmentsOf(brandId: string, conversations: readonly { readonly id: string }[]) {
    const ids = conversations.map(({ id }) => id);
    const rows = await this.consumers.attachmentsOf(brandId, ids);
    return rows.map(({ conversationId, at, ...one }) => ({
      ...one,
      conversation: conversationId,
      at: at.toISOString(),
    }));
  }
}
