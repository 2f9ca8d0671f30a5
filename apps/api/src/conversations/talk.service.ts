import {
  type ConsumerRead,
  type ConversationStatus,
  LAST_LINE,
  type MarkDelivered,
  type Message,
  type ResumeConversation,
  type SendMessage,
} from '@countersign/contracts';
import { mayWrite } from '@countersign/protocol';
import { Injectable } from '@nestjs/common';
import { DomainError } from '../common/domain-error.js';
import { Events } from '../common/events.js';
import type { LiveSession } from '../identity/index.js';
import { belongsTo, type Conversation, factsOf, statusOf, systemLine } from './conversation.js';
import { ConversationsRepository } from './conversations.repository.js';
import { beginningOf, eventOf } from './identity-events.js';
import { MarksService } from './marks.service.js';
import { MessagesRepository } from './messages.repository.js';
import { PlainLines } from './plain/plain-lines.js';
import { mustReach, refuseFor } from './refusal.js';
import type { Transcript } from './transcript.repository.js';
import { WritingRepository } from './writing.repository.js';

const RESUME_LIMIT = 1_000;
/** Of a conversation that is over, or goes on elsewhere. */
const EARLIER_LIMIT = 200;

type Told = { conversation: ConversationStatus; messages: Message[] };

/** The consumer's side of a conversation. */
@Injectable()
export class TalkService {
  constructor(
    private readonly conversations: ConversationsRepository,
    private readonly messages: MessagesRepository,
    private readonly writing: WritingRepository,
    private readonly plain: PlainLines,
    private readonly events: Events,
    private readonly marks: MarksService,
  ) {}

  /**
   * The short way, with others in one commit. The session is read in the statement that stores; undefined: something
   * is not as with most messages, and `send` says what.
   */
  async sendPlainly(
    { brandId, sessionId }: Pick<LiveSession, 'brandId' | 'sessionId'>,
    { conversation: conversationId, clientId, text, attachment }: SendMessage,
    socketId: string,
  ): Promise<Message | undefined> {
    if (conversationId === null || attachment !== undefined) return undefined;
    const line = {
      brandId,
      conversationId,
      sessionId,
      clientId,
      text,
      from: 'consumer',
      agentId: null,
      socketId,
    } as const;
    return this.plain.say(line);
  }

  /** Without a conversation: the first message opens one. */
  async send(session: LiveSession, message: SendMessage): Promise<Message> {
    const known = message.conversation ?? (await this.conversations.holding(session, message.clientId));
    const write = (transcript: Transcript) => this.say(transcript, session, message);
    if (known !== undefined) return this.writing.write(session.brandId, known, session, write);
    refuseFor(mayWrite(undefined, session.assurance, session.minimum));
    return this.writing.begin(session, (transcript) => this.began(transcript, session), write);
  }

  async resume(session: LiveSession, { conversation: id, after }: ResumeConversation): Promise<Told> {
    const conversation = await this.mine(session, id);
    mustReach(conversation, after);
    const messages = await this.messages.after(session.brandId, id, after, RESUME_LIMIT);
    return { conversation: statusOf(conversation), messages };
  }

  /** The consumer's conversation before another, the latest of all without one, with the last that was said in it. */
  async earlier(session: LiveSession, before: string | null): Promise<(Told & { earlier: boolean }) | null> {
    if (before !== null) await this.mine(session, before);
    const conversation = await this.conversations.earlierThan(session, before);
    if (!conversation) return null;
    const { brandId, id } = conversation;
    const [messages, another] = await Promise.all([
      this.messages.before(brandId, id, LAST_LINE, EARLIER_LIMIT),
      this.conversations.earlierThan(session, id),
    ]);
    return { conversation: statusOf(conversation), messages, earlier: another !== undefined };
  }

  async read(session: LiveSession, { conversation: id, number }: ConsumerRead): Promise<null> {
    const { brandId, consumerId, lastNumber } = await this.mine(session, id);
    const read = Math.min(number, lastNumber);
    if (await this.conversations.markRead(brandId, id, read))
      this.events.emit('read.changed', { brandId, conversationId: id, consumerId, number: read });
    return null;
  }

  /** It came to a device of theirs. @param isHere who hears a conversation was asked whose it is when they came in */
  async delivered(
    session: LiveSession,
    { conversation: id, number }: MarkDelivered,
    isHere: boolean,
  ): Promise<null> {
    if (!isHere) await this.mine(session, id);
    this.marks.note(session.brandId, id, { consumerDelivered: number });
    return null;
  }

  async end(session: LiveSession, id: string): Promise<null> {
    return this.writing.write(session.brandId, id, session, async (transcript) => {
      mustOwn(transcript.conversation, session);
      if (transcript.conversation.state === 'ended') return null;
      await transcript.add(systemLine('ended'));
      await transcript.end();
      return null;
    });
  }

  async mine(session: LiveSession, id: string): Promise<Conversation> {
    const conversation = await this.conversations.byId(session.brandId, id);
    return mustOwn(conversation, session);
  }

  private async began(transcript: Transcript, session: LiveSession): Promise<void> {
    await transcript.add(systemLine('opened'));
    await transcript.note(eventOf(beginningOf(session), session));
  }

  private async say(
    transcript: Transcript,
    session: LiveSession,
    { clientId, text, attachment: file }: SendMessage,
  ): Promise<Message> {
    const { conversation, speaker } = transcript;
    mustOwn(conversation, session);
    const before = await transcript.stored('consumer', { clientId, text, attachment: file });
    if (before) return before;
    refuseFor(mayWrite(factsOf(conversation), speaker.assurance, speaker.minimum));
    if (conversation.sessionId !== session.sessionId) await transcript.moveTo(session.sessionId);
    const attachment = await transcript.attached(file, { by: 'consumer', session });
    return transcript.add({ from: 'consumer', clientId, text, attachment });
  }
}

/** Somebody else's is as unknown as one that never was. */
function mustOwn(conversation: Conversation | undefined, session: LiveSession): Conversation {
  if (!conversation || !belongsTo(conversation, session)) throw new DomainError('conversation_not_found');
  return conversation;
}
