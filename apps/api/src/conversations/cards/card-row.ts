import { type CardKind, cardBody, cardOutcome } from '@countersign/claims';
import type { Prisma } from '@countersign/database';
import type { Place } from '../../common/keyed.js';
import { openValue, type PersonalKeys } from '../../personal/index.js';
import type { StoredCard } from './stored-card.js';

/** With what opens it. */
export const withKey = {
  consumer: { select: { wrappedKey: true } },
} satisfies Prisma.CardInclude;
export type CardRow = Prisma.CardGetPayload<{ include: typeof withKey }>;

export const bodyPlace = (brandId: string, id: string): Place => [brandId, 'cards', 'sealed_body', id];
export const outcomePlace = (brandId: string, id: string): Place => [brandId, 'cards', 'sealed_outcome', id];

/** Undefined: its consumer's key is gone, or it was written by a version whose cards nobody here knows. */
export async function openCard(keys: PersonalKeys, row: CardRow): Promise<StoredCard | undefined> {
  const { brandId, id, consumerId, sealedBody, sealedOutcome, provenAt, consumer, ...rest } = row;
  if (consumer.wrappedKey === null) return undefined;
  const key = await keys.open(brandId, consumerId, consumer.wrappedKey);
  const body = cardBody.safeParse(openValue(key, sealedBody, bodyPlace(brandId, id)));
  if (!body.success) return undefined;
  const outcome =
    sealedOutcome === null
      ? null
      : cardOutcome.parse(openValue(key, sealedOutcome, outcomePlace(brandId, id)));
  return { ...standingOf({ ...rest, provenAt }), id, consumerId, body: body.data, outcome };
}

function standingOf(
  row: Omit<CardRow, 'brandId' | 'id' | 'consumerId' | 'sealedBody' | 'sealedOutcome' | 'consumer'>,
): Omit<StoredCard, 'id' | 'consumerId' | 'body' | 'outcome'> {
  const { sessionId: _session, agentId: _agent, ...rest } = row;
  return {
    ...rest,
    kind: row.kind as CardKind,
    state: row.state as StoredCard['state'],
    assurance: row.assurance as StoredCard['assurance'],
    proven: row.provenAt !== null,
  };
}
