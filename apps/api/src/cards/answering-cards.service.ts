import type { CardAssurance } from '@countersign/claims';
import type { AnswerCard, Card } from '@countersign/contracts';
import { type CardAnswer, canProve, isAnswered, mayWrite } from '@countersign/protocol';
import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { DomainError } from '../common/domain-error.js';
import {
  belongsTo,
  CardsRepository,
  factsOf,
  RequestsService,
  refuseFor,
  type StoredCard,
  type Transcript,
  toCard,
  WritingRepository,
} from '../conversations/index.js';
import { FreshnessService, type LiveSession } from '../identity/index.js';
import { ExecutionService } from './execution.service.js';
import { isCurrent } from './same-card.js';
import { SealedFacts } from './sealed-facts.js';

type Ended = 'card_outdated' | 'card_settled';
/** What is known of the answer before the card is held. */
type Answered = CardAnswer & { readonly isCurrent: boolean; readonly proven: boolean };

/** What a consumer answers: for themselves, while it is proven that it is them, once. */
@Injectable()
export class AnsweringCardsService {
  constructor(
    private readonly cards: CardsRepository,
    private readonly facts: SealedFacts,
    private readonly writing: WritingRepository,
    private readonly requests: RequestsService,
    private readonly freshness: FreshnessService,
    private readonly execution: ExecutionService,
    private readonly clock: Clock,
  ) {}

  async answer(session: LiveSession, { card: id, answer, choice: chosen }: AnswerCard): Promise<Card> {
    const { brandId } = session;
    const choice = chosen ?? null;
    const card = await this.cards.byId(brandId, id);
    // Somebody else's is as unknown as one that never was.
    if (!card || card.consumerId !== session.consumerId) throw new DomainError('card_not_found');
    if (answer === 'accept') mustChoose(card, choice);
    const answered = {
      answer,
      choice,
      isCurrent: isCurrent(card.body, await this.facts.of(brandId, card.consumerId)),
      proven: answer === 'decline' || this.isProven(session, card),
    };
    const ended = await this.writing.write(brandId, card.conversationId, session, (transcript) =>
      this.store(transcript, session, card, answered),
    );
    if (ended) throw new DomainError(ended);
    await this.goOn(session, id);
    return toCard((await this.cards.byId(brandId, id)) ?? card);
  }

  /** What it demands is proven already. Throws where it cannot be proven by this connection at all. */
  private isProven(session: LiveSession, card: StoredCard): boolean {
    if (demandOf(session, card) === 'verified') return true;
    const { stepUp } = session;
    if (stepUp !== null && this.freshness.isFresh(session, stepUp)) return true;
    if (stepUp === null || !canProve(stepUp, stepUp)) throw new DomainError('step_up_unavailable');
    return false;
  }

  /** Answers why it could not be, where that itself was written down. */
  private async store(
    transcript: Transcript,
    session: LiveSession,
    card: StoredCard,
    { isCurrent: holds, ...answered }: Answered,
  ): Promise<Ended | undefined> {
    const { id, kind } = card;
    const { conversation, speaker, cards } = transcript;
    const now = await cards.read(id);
    if (!now || !belongsTo(conversation, session)) throw new DomainError('card_not_found');
    if (isAnswered(now, answered)) return undefined;
    refuseFor(mayWrite(factsOf(conversation), speaker.assurance, 'verified'));
    if (now.expiresAt <= this.clock.now()) {
      await cards.move(id, { type: 'expire' });
      return 'card_settled';
    }
    if (answered.answer === 'accept' && !holds) {
      const was = await cards.move(id, { type: 'withdraw' });
      return was ? 'card_outdated' : 'card_settled';
    }
    const { answer, choice, proven } = answered;
    const proof = {
      sessionId: session.sessionId,
      assurance: demandOf(session, card),
      ...(proven ? provenBy(session) : {}),
    };
    const moved =
      answer === 'decline'
        ? await cards.move(id, { type: 'decline' })
        : await cards.move(id, { type: 'accept', choice, proven }, proof);
    if (!moved) throw new DomainError('card_settled');
    const detail = { card: id, conversation: conversation.id, kind, answer, session: session.sessionId };
    await transcript.audit({ actor: `consumer ${session.consumerId}`, action: 'card_answered', detail });
    return undefined;
  }

  /** It is carried out; or who accepted it is asked to prove it, and then it is. */
  private async goOn(session: LiveSession, id: string): Promise<void> {
    const { brandId } = session;
    const card = await this.cards.byId(brandId, id);
    if (card?.state !== 'accepted') return;
    if (card.proven) return this.execution.begin(brandId, card);
    if (session.stepUp === null || card.requestId !== null) return;
    const request = await this.requests.demand(session, card.conversationId, session.stepUp);
    if (request === null) return this.execution.proven(session, card);
    await this.writing.write(brandId, card.conversationId, undefined, (transcript) =>
      transcript.cards.note(id, { requestId: request.id }),
    );
  }
}

/** What the card says, and what the connection demands that it is accepted through: it may be another than it was made by. */
const demandOf = ({ stepUpFor }: LiveSession, { body, kind }: StoredCard): CardAssurance =>
  stepUpFor.includes(kind) ? 'step-up' : body.assurance;

const provenBy = ({ verifiedAt, authenticatedAt }: LiveSession): { provenAt?: Date } => {
  const provenAt = authenticatedAt ?? verifiedAt;
  return provenAt === null ? {} : { provenAt };
};

/** A bill is paid by one of its ways; an offer has none. */
function mustChoose({ body }: StoredCard, choice: string | null): void {
  const ways = body.type === 'bill' ? body.ways.map(({ id }) => id) : [null];
  if (ways.includes(choice as never)) return;
  const message = body.type === 'bill' ? `is none of ${ways.join(', ')}` : 'is for bills only';
  throw new DomainError('request_malformed', { errors: [{ path: 'choice', message }] });
}
