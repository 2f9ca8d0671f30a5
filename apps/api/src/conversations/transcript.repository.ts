import type { Assurance } from '@countersign/claims';
import type { Attachment, IdentityEvent, Message } from '@countersign/contracts';
import type { Prisma } from '@countersign/database';
import { assuranceAt, type SessionTimes } from '@countersign/protocol';
import { type Audited, addAudit } from '../audit/index.js';
import type { Clock } from '../common/clock.js';
import { DomainError } from '../common/domain-error.js';
import { newId } from '../common/ids.js';
import type { StepUp } from '../connections/index.js';
import type { LiveSession } from '../identity/index.js';
import { keepAttachment, lockAttachment, type Sends } from './attached.repository.js';
import { TranscriptCards } from './cards/transcript-cards.js';
import { type Conversation, type Draft, toMessage } from './conversation.js';
import { markRead, withAgent } from './messages.repository.js';
import { insertNote, type NewNote } from './notes/notes.repository.js';
import {
  addRequest,
  expiryOf,
  type OpenRequest,
  type Outcome,
  openRequest,
  settleRequests,
} from './requests.repository.js';

type Transaction = Prisma.TransactionClient;

/** Whose word counts now, read in the transaction that stores: it cannot end before the message is there. */
export type Speaker = {
  readonly assurance: Assurance;
  readonly minimum: 'anonymous' | 'verified';
  readonly issuerLabel: string | null;
  readonly connectionKey: string;
  /** What the connection may demand of them anew. */
  readonly stepUp: StepUp | null;
};

/** What is sent, as its sender says it. */
type Sent = { readonly clientId: string; readonly text: string; readonly attachment?: string | undefined };

type LeftNote = Pick<NewNote, 'kind' | 'agentId' | 'toAgentId' | 'text'>;

type SpeakerRow = SessionTimes & Omit<Speaker, 'assurance'>;

export async function speakerOf(
  tx: Transaction,
  brandId: string,
  sessionId: string,
  now: Date,
): Promise<Speaker> {
  const [row] = await tx.$queryRaw<SpeakerRow[]>`
    SELECT s.verified_at AS "verifiedAt", s.holds_until AS "holdsUntil", s.ended_at AS "endedAt",
      s.end_reason AS "endReason", o.minimum, i.label AS "issuerLabel", o.key AS "connectionKey", o.step_up AS "stepUp"
    FROM sessions s
    JOIN connections o ON o.brand_id = s.brand_id AND o.id = s.connection_id
    LEFT JOIN consumers c ON c.brand_id = s.brand_id AND c.id = s.consumer_id
    LEFT JOIN issuers i ON i.brand_id = c.brand_id AND i.id = c.issuer_id
    WHERE s.brand_id = ${brandId}::uuid AND s.id = ${sessionId}::uuid
    FOR SHARE OF s`;
  if (!row) throw new DomainError('session_ended');
  const { minimum, issuerLabel, connectionKey, stepUp } = row;
  return { assurance: assuranceAt(row, now), minimum, issuerLabel, connectionKey, stepUp };
}

type LockedRow = Omit<Conversation, 'agent'> & { readonly agentId: string | null };

/** The row, for us alone until the end of the transaction. The name is asked for afterwards: a join would be from before the wait. */
export async function lockConversation(
  tx: Transaction,
  brandId: string,
  id: string,
): Promise<Conversation | undefined> {
  const [row] = await tx.$queryRaw<LockedRow[]>`
    SELECT brand_id AS "brandId", id, session_id AS "sessionId", family_id AS "familyId",
      consumer_read AS "consumerRead", consumer_delivered AS "consumerDelivered",
      agent_delivered AS "agentDelivered", agent_read AS "agentRead", consumer_id AS "consumerId", state,
      agent_id AS "agentId", last_number AS "lastNumber", opened_at AS "openedAt",
      waiting_since AS "waitingSince", ended_at AS "endedAt", linked_to AS "linkedTo",
      offered_to AS "offeredTo", offered_until AS "offeredUntil"
    FROM conversations WHERE brand_id = ${brandId}::uuid AND id = ${id}::uuid FOR UPDATE`;
  if (!row) return undefined;
  const { agentId, ...conversation } = row;
  if (agentId === null) return { ...conversation, agent: null };
  const where = { brandId_id: { brandId, id: agentId } };
  const agent = await tx.agent.findUniqueOrThrow({ where, select: { id: true, name: true } });
  return { ...conversation, agent };
}

/** A conversation while its row is locked: the only way a line gets into it. */
export class Transcript {
  /** What was stored by this work, for those who are told afterwards. */
  readonly added: Message[] = [];
  changed = false;
  opened = false;
  /** It was taken from those who heard it until now. */
  withdrawn = false;
  /** What is asked of the consumer is new, or settled. */
  asked = false;
  /** What was written here for agents alone, and who is named in it. */
  readonly noted: { readonly noteId: string; readonly mentioned: readonly string[] }[] = [];

  readonly cards: TranscriptCards;

  constructor(
    private readonly tx: Transaction,
    private readonly clock: Clock,
    public conversation: Conversation,
    readonly speaker: Speaker,
  ) {
    this.cards = new TranscriptCards(tx, clock, conversation);
  }

  /** A resend gets the line its first sending became. */
  async stored(
    from: 'consumer' | 'agent',
    { clientId, text, attachment }: Sent,
  ): Promise<Message | undefined> {
    const { brandId, id: conversationId } = this.conversation;
    const where = { brandId, conversationId, from, clientId };
    const row = await this.tx.message.findFirst({ where, include: withAgent });
    if (!row) return undefined;
    const before = toMessage(row);
    // The same again is answered with what it became; something else under its id is not taken for it.
    if (before.text !== text || before.attachment?.id !== attachment)
      throw new DomainError('client_id_reused');
    return before;
  }

  /** The next number, without a gap: whoever else wants one waits for the lock. */
  async add(draft: Draft): Promise<Message> {
    const at = this.clock.now();
    const { brandId, id: conversationId, lastNumber, waitingSince } = this.conversation;
    const number = lastNumber + 1;
    const stamp = { stampAssurance: this.speaker.assurance, stampIssuer: this.speaker.issuerLabel };
    const row = { brandId, id: newId(at), conversationId, number, at, ...rowOf(draft), ...stamp };
    await this.tx.message.createMany({ data: row });
    if (draft.from !== 'system' && draft.attachment)
      await keepAttachment(this.tx, brandId, draft.attachment.id, { conversationId, messageId: row.id });
    const waiting = { consumer: waitingSince ?? at, agent: null, system: waitingSince }[draft.from];
    await this.change({ lastNumber: number, waitingSince: waiting });
    const agent = draft.from === 'agent' ? this.conversation.agent : null;
    const card = draft.from === 'agent' ? (draft.card ?? null) : null;
    const message = toMessage({ ...blank, ...row, agent }, card);
    this.added.push(message);
    return message;
  }

  /** A file that was uploaded for it, if any, and is to go with the next line. */
  async attached(id: string | undefined, sends: Sends): Promise<Attachment | null> {
    return id === undefined ? null : lockAttachment(this.tx, this.conversation, id, sends);
  }

  /** A line of the history of identity: for agents only. */
  async note({ connection, attempt, ...event }: Omit<IdentityEvent, 'at'>): Promise<void> {
    const at = this.clock.now();
    const { brandId, id: conversationId } = this.conversation;
    const data = { brandId, id: newId(at), conversationId, at, ...event };
    await this.tx.identityEvent.create({ data: { ...data, connectionKey: connection, attemptId: attempt } });
    this.changed = true;
  }

  /** The latest line of the history of identity. */
  async lastNoted(): Promise<string | undefined> {
    const { brandId, id: conversationId } = this.conversation;
    const last = await this.tx.identityEvent.findFirst({
      where: { brandId, conversationId },
      orderBy: [{ at: 'desc' }, { id: 'desc' }],
      select: { kind: true },
    });
    return last?.kind;
  }

  async take(agent: { id: string; name: string }): Promise<void> {
    await this.change({ state: 'taken' }, { agentId: agent.id, takenAt: this.clock.now() });
    this.conversation = { ...this.conversation, agent };
    this.changed = true;
  }

  /** Nobody has it: whoever spoke waits again. */
  async giveBack(): Promise<void> {
    const waitingSince = this.conversation.waitingSince ?? this.clock.now();
    await this.change({ state: 'waiting', waitingSince }, { agentId: null, takenAt: null });
    this.conversation = { ...this.conversation, agent: null };
    this.changed = true;
  }

  /** For agents alone, after the last line. */
  async leaveNote(left: LeftNote, mentioned: readonly string[]): Promise<void> {
    const at = this.clock.now();
    const { brandId, id: conversationId, lastNumber: afterNumber } = this.conversation;
    const noteId = newId(at);
    const row = { brandId, id: noteId, conversationId, afterNumber, at, clientId: null, ...left };
    await insertNote(this.tx, row, mentioned);
    this.noted.push({ noteId, mentioned });
  }

  /** Whoever acts here has read what is here, whether or not they opened it. */
  async readBy(agentId: string): Promise<void> {
    const { brandId, id: conversationId, lastNumber: number } = this.conversation;
    await markRead(this.tx, { brandId, conversationId, agentId, number });
  }

  /** What was asked or offered in it is so no more. */
  async end(): Promise<void> {
    await this.settle('expired');
    await this.cards.withdrawAll();
    const ended = { state: 'ended', endedAt: this.clock.now(), waitingSince: null } as const;
    await this.change({ ...ended, offeredTo: null, offeredUntil: null });
    this.changed = true;
  }

  /** Nobody goes on in it until a consumer has said whether it was them. */
  async offer(familyId: string, until: Date): Promise<void> {
    await this.change({ offeredTo: familyId, offeredUntil: until });
    this.changed = true;
    this.withdrawn = true;
  }

  /** It was this consumer who spoke. */
  async giveTo({ sessionId, familyId, consumerId }: LiveSession): Promise<void> {
    await this.change({ sessionId, familyId, consumerId, offeredTo: null, offeredUntil: null });
    this.changed = true;
  }

  async linkTo(conversationId: string): Promise<void> {
    await this.change({ linkedTo: conversationId });
  }

  /** What is asked of the consumer at the moment. */
  async request(): Promise<OpenRequest | undefined> {
    const { brandId, id } = this.conversation;
    return openRequest(this.tx, { brandId, conversationId: id, now: this.clock.now() });
  }

  async ask(asked: Pick<OpenRequest, 'agentId' | 'kind' | 'demands' | 'by'>): Promise<OpenRequest> {
    const at = this.clock.now();
    const { brandId, id: conversationId } = this.conversation;
    const request = { ...asked, id: newId(at), conversationId, at, expiresAt: expiryOf(at) };
    await addRequest(this.tx, brandId, request);
    this.asked = true;
    return request;
  }

  /** Answers whether anything was asked. */
  async settle(outcome: Outcome): Promise<boolean> {
    const { brandId, id: conversationId } = this.conversation;
    const settled = await settleRequests(this.tx, { brandId, conversationId, outcome, at: this.clock.now() });
    if (settled) this.asked = true;
    return settled;
  }

  /** Last of all that is done here: from here to its end, nobody else of the brand is audited. */
  async audit(audited: Audited): Promise<void> {
    await addAudit(this.tx, this.conversation.brandId, audited, this.clock.now());
  }

  /** Another session of the same consumer speaks from here on. */
  async moveTo(sessionId: string): Promise<void> {
    await this.change({ sessionId });
    this.changed = true;
  }

  private async change(
    change: Partial<Omit<Conversation, 'brandId' | 'id' | 'agent'>>,
    more: Prisma.ConversationUncheckedUpdateManyInput = {},
  ): Promise<void> {
    const { brandId, id } = this.conversation;
    await this.tx.conversation.updateMany({ where: { brandId, id }, data: { ...change, ...more } });
    this.conversation = { ...this.conversation, ...change };
  }
}

/** What most lines have none of. */
const blank = { event: null, clientId: null, attachment: null, cardId: null };

function rowOf(draft: Draft) {
  switch (draft.from) {
    case 'consumer':
      return { from: draft.from, text: draft.text, clientId: draft.clientId, ...fileOf(draft) };
    case 'agent':
      return {
        from: draft.from,
        text: draft.text,
        clientId: draft.clientId,
        agentId: draft.agentId,
        ...(draft.card ? { cardId: draft.card.id } : {}),
        ...fileOf(draft),
      };
    case 'system':
      return { from: draft.from, text: '', event: draft.event };
  }
}

/** Most lines have none, and name no column for it. */
const fileOf = ({ attachment }: { readonly attachment: Attachment | null }) =>
  attachment === null ? {} : { attachment };
