import type { CardAssurance, CardBody, CardOutcome } from '@countersign/claims';
import type { Prisma } from '@countersign/database';
import { type CardMove, type CardStanding, moveCard } from '@countersign/protocol';
import type { Clock } from '../../common/clock.js';
import { newId } from '../../common/ids.js';
import type { Keyed } from '../../common/keyed.js';
import { sealValue } from '../../personal/index.js';
import { bodyPlace, outcomePlace } from './card-row.js';
import type { StoredCard } from './stored-card.js';

const LIFETIME_MS = 24 * 3_600_000;

type Where = { readonly brandId: string; readonly id: string };
type Row = CardStanding & {
  readonly consumerId: string;
  readonly executingSince: Date | null;
  readonly tries: number;
  readonly leasedUntil: Date | null;
  readonly expiresAt: Date;
  readonly kind: string;
};
/** What else a move writes down. */
export type MoreOfMove = {
  readonly sessionId?: string | null;
  readonly requestId?: string | null;
  readonly assurance?: CardAssurance;
  readonly provenAt?: Date;
  readonly executingSince?: Date;
  readonly tries?: number;
  readonly leasedUntil?: Date | null;
};
export type NewCard = {
  readonly consumerId: string;
  readonly agentId: string;
  readonly body: CardBody;
  /** The consumer's. */
  readonly key: Keyed;
};

/** The cards of a conversation while its row is locked: the only way one is made or moved. */
export class TranscriptCards {
  /** For those who are told afterwards. */
  readonly changed = new Set<string>();

  constructor(
    private readonly tx: Prisma.TransactionClient,
    private readonly clock: Clock,
    private readonly place: Where,
  ) {}

  async put({ consumerId, agentId, body, key }: NewCard): Promise<StoredCard> {
    const at = this.clock.now();
    const { brandId, id: conversationId } = this.place;
    const id = newId(at);
    const expiresAt = new Date(at.getTime() + LIFETIME_MS);
    const [kind, state, tries] = [body.type, 'proposed', 0] as const;
    const row = { id, conversationId, consumerId, kind, state, tries, at, changedAt: at, expiresAt } as const;
    const sealedBody = sealValue(key, body, bodyPlace(brandId, id));
    await this.tx.card.create({ data: { brandId, agentId, ...row, sealedBody }, select: { id: true } });
    const none = { choice: null, outcome: null, requestId: null, assurance: null, provenAt: null } as const;
    return { ...row, ...none, body, proven: false, executingSince: null, leasedUntil: null };
  }

  /** How it stands now. Its conversation is locked, so it stands so until the end of the transaction. */
  async read(id: string): Promise<Row | undefined> {
    const { brandId, id: conversationId } = this.place;
    const row = await this.tx.card.findFirst({ where: { brandId, id, conversationId } });
    return row ? { ...row, state: row.state as Row['state'], proven: row.provenAt !== null } : undefined;
  }

  /** Answers whether that could happen to it. */
  async move(id: string, move: CardMove, more: MoreOfMove = {}): Promise<boolean> {
    const before = await this.read(id);
    const after = before && moveCard(before, move);
    if (!after) return false;
    const unproven = after.proven ? {} : { provenAt: null };
    await this.write(id, { state: after.state, choice: after.choice, ...unproven, ...more });
    return true;
  }

  /** It came out so. */
  async settle(id: string, outcome: CardOutcome, key: Keyed): Promise<boolean> {
    if (!(await this.move(id, { type: 'settle', outcome: outcome.outcome }, { leasedUntil: null })))
      return false;
    const sealedOutcome = sealValue(key, outcome, outcomePlace(this.place.brandId, id));
    await this.write(id, { sealedOutcome });
    return true;
  }

  async note(id: string, more: MoreOfMove): Promise<void> {
    await this.write(id, more);
  }

  /** How many may still be answered. */
  async open(): Promise<number> {
    const { brandId, id: conversationId } = this.place;
    return this.tx.card.count({ where: { brandId, conversationId, state: 'proposed' } });
  }

  /** What nobody has accepted, or nobody proved, is not there any more when the conversation is over. */
  async withdrawAll(): Promise<void> {
    const { brandId, id: conversationId } = this.place;
    const where = { brandId, conversationId, state: { in: ['proposed', 'accepted'] } };
    for (const { id } of await this.tx.card.findMany({ where, select: { id: true } }))
      await this.move(id, { type: 'withdraw' });
  }

  private async write(id: string, data: Prisma.CardUpdateManyMutationInput): Promise<void> {
    const { brandId } = this.place;
    const changedAt = this.clock.now();
    await this.tx.card.updateMany({ where: { brandId, id }, data: { ...data, changedAt } });
    this.changed.add(id);
  }
}
