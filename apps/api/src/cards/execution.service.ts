import type { ActionRequest, CardOutcome } from '@countersign/claims';
import { Injectable } from '@nestjs/common';
import { BrandsService } from '../brands/index.js';
import { Clock } from '../common/clock.js';
import { Log } from '../common/log.js';
import { CardsRepository, type StoredCard, WritingRepository } from '../conversations/index.js';
import type { LiveSession } from '../identity/index.js';
import { ActionsClient, type Asked } from './actions.client.js';

/** Who asks has so long; whoever finds the card after that goes on in their place. */
const LEASE_MS = 15_000;
/** So long the brand's backend is asked again and again. */
const DEADLINE_MS = 90_000;
const AGAIN_MS = { first: 1_000, most: 15_000 };

const unreached: CardOutcome = { outcome: 'refused', by: 'not_reached', note: null, receipt: null };
const unclear: CardOutcome = { outcome: 'refused', by: 'not_understood', note: null, receipt: null };

/**
 * Has the brand's backend carry out what was accepted and proven: by one process at a time, under the card's id each
 * time, until it answers or the time is over. A process that dies in between leaves a lease that runs out.
 */
@Injectable()
export class ExecutionService {
  constructor(
    private readonly cards: CardsRepository,
    private readonly writing: WritingRepository,
    private readonly actions: ActionsClient,
    private readonly brands: BrandsService,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  /** Without waiting for it: what is not done now is found by the next look. */
  begin(brandId: string, card: StoredCard): void {
    void this.carryOut(brandId, card).catch((error: unknown) =>
      this.log.failure('a card was not carried out', error),
    );
  }

  /** What was still to be proven is. */
  async proven({ brandId, ...session }: LiveSession, card: StoredCard): Promise<void> {
    const provenAt = session.authenticatedAt ?? session.verifiedAt ?? this.clock.now();
    const moved = await this.writing.write(brandId, card.conversationId, undefined, (transcript) =>
      transcript.cards.move(card.id, { type: 'prove' }, { sessionId: session.sessionId, provenAt }),
    );
    if (moved) this.begin(brandId, card);
  }

  async carryOut(brandId: string, { id, conversationId }: StoredCard): Promise<void> {
    if (!(await this.lease(brandId, conversationId, id))) return;
    const card = await this.cards.byId(brandId, id);
    if (!card) return;
    if (this.isStale(card)) return this.settle(brandId, card, unreached);
    // Also where the time is over by now: whoever died in the middle may have had it done, and the brand's backend knows.
    const asked = await this.ask(brandId, card);
    if (asked.kind === 'answered') {
      const { outcome, note = null, receipt = null } = asked.answer;
      return this.settle(brandId, card, { outcome, by: 'brand', note, receipt });
    }
    if (asked.kind === 'refused') return this.settle(brandId, card, unclear);
    if (this.isOver(card)) return this.settle(brandId, card, unreached);
    await this.again(brandId, card);
  }

  private async ask(brandId: string, card: StoredCard): Promise<Asked> {
    const actions = await this.brands.actions(brandId);
    const consumer = await this.cards.ownerOf(brandId, card.consumerId);
    if (!actions || !consumer) return { kind: 'refused' };
    const request: ActionRequest = {
      id: card.id,
      kind: card.kind,
      consumer,
      card: card.body,
      assurance: card.assurance ?? 'verified',
      provenAt: (card.provenAt ?? card.changedAt).toISOString(),
      choice: card.choice,
    };
    return this.actions.ask(brandId, actions, request);
  }

  /** Nobody wants any more what they said yes to so long ago. */
  private isStale = (card: StoredCard): boolean => this.isOver(card) && card.expiresAt <= this.clock.now();

  private isOver = ({ executingSince }: StoredCard): boolean =>
    executingSince !== null && this.clock.now().getTime() - executingSince.getTime() > DEADLINE_MS;

  /** Of all who would ask at this moment, one does. */
  private lease(brandId: string, conversationId: string, id: string): Promise<boolean> {
    return this.writing.write(brandId, conversationId, undefined, async ({ cards }) => {
      const card = await cards.read(id);
      const now = this.clock.now();
      if (!card || (card.leasedUntil !== null && card.leasedUntil > now)) return false;
      return cards.move(
        id,
        { type: 'execute' },
        {
          executingSince: card.executingSince ?? now,
          tries: card.tries + 1,
          leasedUntil: new Date(now.getTime() + LEASE_MS),
        },
      );
    });
  }

  private async again(brandId: string, { id, conversationId, tries }: StoredCard): Promise<void> {
    const wait = Math.min(AGAIN_MS.first * 2 ** (tries - 1), AGAIN_MS.most);
    const leasedUntil = new Date(this.clock.now().getTime() + wait);
    await this.writing.write(brandId, conversationId, undefined, ({ cards }) =>
      cards.note(id, { leasedUntil }),
    );
  }

  private async settle(brandId: string, card: StoredCard, outcome: CardOutcome): Promise<void> {
    const { id, conversationId: conversation, kind, consumerId } = card;
    const key = await this.cards.keyOf(brandId, consumerId);
    if (!key) return;
    await this.writing.write(brandId, conversation, undefined, async (transcript) => {
      if (!(await transcript.cards.settle(id, outcome, key))) return;
      const detail = { card: id, conversation, kind, state: outcome.outcome };
      await transcript.audit({ actor: 'service', action: 'card_changed', detail });
    });
  }
}
