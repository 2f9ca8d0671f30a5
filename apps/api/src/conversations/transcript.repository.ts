import type { Assurance } from '@countersign/claims';
import type { IdentityEvent, Message } from '@countersign/contracts';
import type { Prisma } from '@countersign/database';
import { assuranceAt } from '@countersign/protocol';
import type { Clock } from '../common/clock.js';
import { newId } from '../common/ids.js';
import { type Conversation, type Draft, toMessage } from './conversation.js';
import { withAgent } from './messages.repository.js';

type Transaction = Prisma.TransactionClient;

/** Whose word counts now, read in the transaction that stores: it cannot end before the message is there. */
export type Speaker = {
  readonly assurance: Assurance;
  readonly minimum: 'anonymous' | 'verified';
  readonly issuerLabel: string | null;
};

export async function speakerOf(
  tx: Transaction,
  brandId: string,
  sessionId: string,
  now: Date,
): Promise<Speaker> {
  await tx.$queryRaw`SELECT 1 FROM sessions WHERE brand_id = ${brandId}::uuid AND id = ${sessionId}::uuid FOR SHARE`;
  const row = await tx.session.findUniqueOrThrow({
    where: { brandId_id: { brandId, id: sessionId } },
    include: {
      connection: { select: { minimum: true } },
      consumer: { select: { issuer: { select: { label: true } } } },
    },
  });
  return {
    assurance: assuranceAt(row, now),
    minimum: row.connection.minimum as Speaker['minimum'],
    issuerLabel: row.consumer?.issuer.label ?? null,
  };
}

/** A conversation while its row is locked: the only way a line gets into it. */
export class Transcript {
  /** What was stored by this work, for those who are told afterwards. */
  readonly added: number[] = [];
  changed = false;
  opened = false;

  constructor(
    private readonly tx: Transaction,
    private readonly clock: Clock,
    public conversation: Conversation,
    readonly speaker: Speaker,
  ) {}

  /** A resend gets the line its first sending became. */
  async stored(from: 'consumer' | 'agent', clientId: string): Promise<Message | undefined> {
    const { brandId, id: conversationId } = this.conversation;
    const where = { brandId, conversationId, from, clientId };
    const row = await this.tx.message.findFirst({ where, include: withAgent });
    return row ? toMessage(row) : undefined;
  }

  /** The next number, without a gap: whoever else wants one waits for the lock. */
  async add(draft: Draft): Promise<Message> {
    const at = this.clock.now();
    const { brandId, id: conversationId, lastNumber, waitingSince } = this.conversation;
    const number = lastNumber + 1;
    const row = await this.tx.message.create({
      data: {
        brandId,
        id: newId(at),
        conversationId,
        number,
        at,
        ...rowOf(draft),
        stampAssurance: this.speaker.assurance,
        stampIssuer: this.speaker.issuerLabel,
      },
      include: withAgent,
    });
    const waiting = { consumer: waitingSince ?? at, agent: null, system: waitingSince }[draft.from];
    await this.change({ lastNumber: number, waitingSince: waiting });
    this.added.push(number);
    return toMessage(row);
  }

  /** A line of the history of identity: for agents only. */
  async note({ connection, attempt, ...event }: Omit<IdentityEvent, 'at'>): Promise<void> {
    const at = this.clock.now();
    const { brandId, id: conversationId } = this.conversation;
    const data = { brandId, id: newId(at), conversationId, at, ...event };
    await this.tx.identityEvent.create({ data: { ...data, connectionKey: connection, attemptId: attempt } });
    this.changed = true;
  }

  async take(agent: { id: string; name: string }): Promise<void> {
    await this.change({ state: 'taken' }, { agentId: agent.id, takenAt: this.clock.now() });
    this.conversation = { ...this.conversation, agent };
    this.changed = true;
  }

  async end(): Promise<void> {
    await this.change({ state: 'ended', endedAt: this.clock.now(), waitingSince: null });
    this.changed = true;
  }

  /** Another session of the same consumer speaks from here on. */
  async moveTo(sessionId: string): Promise<void> {
    await this.change({ sessionId });
    this.changed = true;
  }

  private async change(
    change: Partial<Pick<Conversation, 'state' | 'lastNumber' | 'waitingSince' | 'endedAt' | 'sessionId'>>,
    more: Prisma.ConversationUncheckedUpdateInput = {},
  ): Promise<void> {
    const { brandId, id } = this.conversation;
    const where = { brandId_id: { brandId, id } };
    await this.tx.conversation.update({ where, data: { ...change, ...more }, select: { id: true } });
    this.conversation = { ...this.conversation, ...change };
  }
}

function rowOf(draft: Draft) {
  switch (draft.from) {
    case 'consumer':
      return { from: draft.from, text: draft.text, clientId: draft.clientId };
    case 'agent':
      return { from: draft.from, text: draft.text, clientId: draft.clientId, agentId: draft.agentId };
    case 'system':
      return { from: draft.from, text: '', event: draft.event };
  }
}
