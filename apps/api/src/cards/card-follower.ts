import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { Events, type Happenings } from '../common/events.js';
import { Log } from '../common/log.js';
import { Rounds } from '../common/rounds.js';
import {
  CardsRepository,
  RequestsService,
  type StoredCard,
  WritingRepository,
} from '../conversations/index.js';
import { FreshnessService, type LiveSession, SessionGate } from '../identity/index.js';
import { ExecutionService } from './execution.service.js';
import { isCurrent } from './same-card.js';
import { SealedFacts } from './sealed-facts.js';

const LOOK_EVERY_MS = 1_000;
/** A step-up is met a moment before its session is there. */
const PATIENCE_MS = 10_000;

/** What becomes of cards by what happens around them: a proof, a fact that changes, time, a process that died. */
@Injectable()
export class CardFollower implements OnModuleInit {
  constructor(
    private readonly cards: CardsRepository,
    private readonly writing: WritingRepository,
    private readonly requests: RequestsService,
    private readonly sessions: SessionGate,
    private readonly freshness: FreshnessService,
    private readonly facts: SealedFacts,
    private readonly execution: ExecutionService,
    private readonly events: Events,
    private readonly clock: Clock,
    private readonly rounds: Rounds,
    private readonly log: Log,
  ) {}

  onModuleInit(): void {
    const follow = (work: Promise<void>) =>
      void work.catch((error: unknown) => this.log.failure('a card was not followed', error));
    this.events.on('session.opened', (opened) => follow(this.opened(opened)));
    this.events.on('facts.changed', ({ brandId, consumerId }) => follow(this.compare(brandId, consumerId)));
    this.events.on('request.changed', ({ brandId, conversationId }) =>
      follow(this.asked(brandId, conversationId)),
    );
    this.rounds.every(LOOK_EVERY_MS, 'cards were not looked at', () => this.look());
  }

  /** Whoever accepted has proven what was demanded: it goes on by itself. */
  private async opened({ brandId, sessionId, consumerId }: Happenings['session.opened']): Promise<void> {
    if (consumerId === null) return;
    const waiting = (await this.cards.openOfConsumer(brandId, consumerId)).filter(waitsForProof);
    if (waiting.length === 0) return;
    const session = await this.sessions.peek(brandId, sessionId);
    for (const card of waiting) if (session) await this.proveBy(session, card);
  }

  /** Answers whether it meets what the card demands. */
  private async proveBy(session: LiveSession, card: StoredCard): Promise<boolean> {
    if (session.consumerId !== card.consumerId || session.stepUp === null) return false;
    if (!this.freshness.isFresh(session, session.stepUp)) return false;
    await this.execution.proven(session, card);
    return true;
  }

  /** What was offered, or is owed, is not as it was: nobody is to accept what no longer holds. */
  private async compare(brandId: string, consumerId: string): Promise<void> {
    const open = await this.cards.openOfConsumer(brandId, consumerId);
    if (open.length === 0) return;
    const facts = await this.facts.of(brandId, consumerId);
    for (const card of open)
      if (!isCurrent(card.body, facts)) await this.change(brandId, card, { type: 'withdraw' }, 'withdrawn');
  }

  /** Whoever does not confirm it has not accepted: they may say yes again, or no. */
  private async asked(brandId: string, conversationId: string): Promise<void> {
    const cards = await this.cards.ofConversation(brandId, conversationId);
    for (const card of cards) if (waitsForProof(card)) await this.judge(brandId, card);
  }

  private async judge(brandId: string, card: StoredCard): Promise<void> {
    const outcome = card.requestId === null ? null : await this.requests.outcomeOf(brandId, card.requestId);
    const isLate = this.clock.now().getTime() - card.changedAt.getTime() > PATIENCE_MS;
    if (outcome === null && card.requestId !== null) return;
    if (outcome === 'declined' || outcome === 'expired') return this.leave(brandId, card);
    const session = await this.sessions.elsewhere(brandId, card.consumerId);
    if (session && (await this.proveBy(session, card))) return;
    if (isLate) await this.leave(brandId, card);
  }

  private leave(brandId: string, card: StoredCard): Promise<void> {
    return this.change(brandId, card, { type: 'leave-unproven' }, 'proposed');
  }

  /** What is due, of whatever brand, and whoever's work it was. */
  async look(): Promise<void> {
    const now = this.clock.now();
    for (const { brandId, cards } of await this.cards.due(now))
      for (const card of cards) {
        if (card.state === 'executing' || card.proven) await this.execution.carryOut(brandId, card);
        else if (card.expiresAt <= now) await this.change(brandId, card, { type: 'expire' }, 'expired');
        else await this.judge(brandId, card);
      }
  }

  private async change(
    brandId: string,
    { id, conversationId: conversation, kind }: StoredCard,
    move: { readonly type: 'withdraw' | 'expire' | 'leave-unproven' },
    state: string,
  ): Promise<void> {
    const more = move.type === 'leave-unproven' ? { sessionId: null, requestId: null } : {};
    await this.writing.write(brandId, conversation, undefined, async (transcript) => {
      if (!(await transcript.cards.move(id, move, more))) return;
      const detail = { card: id, conversation, kind, state };
      await transcript.audit({ actor: 'service', action: 'card_changed', detail });
    });
  }
}

const waitsForProof = ({ state, proven }: StoredCard): boolean => state === 'accepted' && !proven;
