import type { CardAssurance, CardBody, CardKind, CardOutcome } from '@countersign/claims';
import type { Card } from '@countersign/contracts';
import { type CardStanding, isSettled } from '@countersign/protocol';

/** A card as it is kept, opened. */
export type StoredCard = CardStanding & {
  readonly id: string;
  readonly conversationId: string;
  /** Whom it is for. */
  readonly consumerId: string;
  readonly kind: CardKind;
  readonly body: CardBody;
  readonly outcome: CardOutcome | null;
  /** The step-up that was asked for it. */
  readonly requestId: string | null;
  readonly assurance: CardAssurance | null;
  readonly provenAt: Date | null;
  readonly at: Date;
  readonly changedAt: Date;
  readonly expiresAt: Date;
  readonly executingSince: Date | null;
  readonly tries: number;
  readonly leasedUntil: Date | null;
};

/** As both sides are told of it. */
export const toCard = ({ conversationId, proven, ...card }: StoredCard): Card => ({
  id: card.id,
  conversation: conversationId,
  body: card.body,
  state: card.state,
  awaitsProof: card.state === 'accepted' && !proven,
  choice: card.choice,
  outcome: card.outcome,
  at: card.at.toISOString(),
  changedAt: card.changedAt.toISOString(),
  expiresAt: card.expiresAt.toISOString(),
});

export const isOpen = (card: StoredCard): boolean => !isSettled(card);
