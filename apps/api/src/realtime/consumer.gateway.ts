import {
  answerCard,
  consumerRead,
  conversationRef,
  declineRequest,
  earlierConversation,
  type Message,
  markDelivered,
  mergeConversation,
  openAttachment,
  rateConversation,
  resumeConversation,
  type SendMessage,
  sendMessage,
  setPageFacts,
  typing,
} from '@countersign/contracts';
import {
  ConnectedSocket,
  MessageBody,
  type OnGatewayConnection,
  type OnGatewayInit,
  SubscribeMessage,
  WebSocketGateway,
} from '@nestjs/websockets';
import { FilesService } from '../attachments/index.js';
import { AnsweringCardsService } from '../cards/index.js';
import { Events } from '../common/events.js';
import { RateLimit } from '../common/rate-limit.js';
import {
  type Conversation,
  ConversationsRepository,
  MergeService,
  RatingsService,
  RequestsService,
  statusOf,
  TalkService,
} from '../conversations/index.js';
import { PageFactsService } from '../facts/index.js';
import type { LiveSession } from '../identity/index.js';
import { Following } from '../telemetry/index.js';
import { Answers } from './answers.js';
import { Audience } from './audience.js';
import { CardDeliveries } from './card-deliveries.js';
import { ConsumerDoor } from './consumer.door.js';
import { DutyDeliveries } from './duty-deliveries.js';
import { MessageDeliveries } from './message-deliveries.js';
import { QuickEvents } from './quick-events.js';
import { type ConsumerNamespace, type ConsumerSocket, conversationRoom } from './sockets.js';

/** Of the limit: each conversation that begins stands before every agent of the brand, above those who wait. */
const OF_CONVERSATIONS = 1 / 4;

/** Of the limit: ten times as many messages of one consumer as attempts of one address. Whoever writes by hand stays far below. */
const OF_MESSAGES = 10;

/** What a consumer's client may ask. */
@WebSocketGateway({ namespace: '/consumer' })
export class ConsumerGateway
  implements OnGatewayInit<ConsumerNamespace>, OnGatewayConnection<ConsumerSocket>
{
  /** What a socket that is coming in has open. */
  private readonly found = new WeakMap<ConsumerSocket, Conversation>();

  constructor(
    private readonly door: ConsumerDoor,
    private readonly answers: Answers,
    private readonly audience: Audience,
    private readonly events: Events,
    private readonly deliveries: MessageDeliveries,
    private readonly duty: DutyDeliveries,
    private readonly talk: TalkService,
    private readonly merge: MergeService,
    private readonly ratings: RatingsService,
    private readonly requests: RequestsService,
    private readonly conversations: ConversationsRepository,
    private readonly pageFacts: PageFactsService,
    private readonly files: FilesService,
    private readonly cards: AnsweringCardsService,
    private readonly cardDeliveries: CardDeliveries,
    private readonly limit: RateLimit,
    private readonly following: Following,
    private readonly quick: QuickEvents,
  ) {}

  afterInit(consumers: ConsumerNamespace): void {
    this.audience.open({ consumers });
    this.quick.on<ConsumerSocket>(consumers, 'message:send', (socket, input) => this.send(socket, input));
    consumers.use((socket, next) => {
      this.welcome(socket).then(
        () => next(),
        (error: unknown) => next(this.answers.refusal(error)),
      );
    });
  }

  /** The session may have ended while the door was still asking: then nobody has told this socket. */
  async handleConnection(socket: ConsumerSocket): Promise<void> {
    if (!(await this.door.lives(socket))) return void socket.disconnect(true);
    // It may have begun on another device after this one's session was told of none.
    const open = this.found.get(socket);
    if (open) socket.emit('conversation:changed', statusOf(open));
    this.duty.welcomeConsumer(socket);
  }

  private send(socket: ConsumerSocket, input: unknown) {
    return this.following.received('consumer', socket.data.sessionId, input, () =>
      this.door.answer(
        socket,
        sendMessage,
        input,
        (session, message) => this.say(socket, session, message),
        (message) => this.sayPlainly(socket, message),
      ),
    );
  }

  @SubscribeMessage('conversation:resume')
  resume(@ConnectedSocket() socket: ConsumerSocket, @MessageBody() input: unknown) {
    return this.door.answer(socket, resumeConversation, input, async (session, wanted) => {
      await this.talk.mine(session, wanted.conversation);
      // In the room first: what is stored from here on arrives by itself, what was stored before is in the answer.
      const room = conversationRoom(session.brandId, wanted.conversation);
      await socket.join(room);
      try {
        const resumed = await this.talk.resume(session, wanted);
        this.deliveries.begin(session.brandId, resumed.conversation, socket);
        if (wanted.after > 0) await this.cardDeliveries.catchUp(socket, session.brandId, wanted.conversation);
        return resumed;
      } catch (error) {
        // It was theirs when they asked, and is not any more.
        await socket.leave(room);
        throw error;
      }
    });
  }

  @SubscribeMessage('conversation:earlier')
  earlier(@ConnectedSocket() socket: ConsumerSocket, @MessageBody() input: unknown) {
    return this.door.answer(socket, earlierConversation, input, (session, { before }) =>
      this.talk.earlier(session, before),
    );
  }

  @SubscribeMessage('conversation:merge')
  join(@ConnectedSocket() socket: ConsumerSocket, @MessageBody() input: unknown) {
    return this.door.answer(socket, mergeConversation, input, async (session, answer) => {
      const goesOn = await this.merge.answer(session, answer);
      if (!goesOn) return null;
      await socket.join(conversationRoom(session.brandId, goesOn.id));
      this.deliveries.begin(session.brandId, goesOn, socket);
      return goesOn;
    });
  }

  @SubscribeMessage('message:read')
  read(@ConnectedSocket() socket: ConsumerSocket, @MessageBody() input: unknown) {
    return this.door.answer(socket, consumerRead, input, (session, read) => this.talk.read(session, read));
  }

  @SubscribeMessage('attachment:open')
  open(@ConnectedSocket() socket: ConsumerSocket, @MessageBody() input: unknown) {
    return this.door.answer(socket, openAttachment, input, (session, { attachment }) =>
      this.files.link(session, attachment),
    );
  }

  @SubscribeMessage('message:delivered')
  delivered(@ConnectedSocket() socket: ConsumerSocket, @MessageBody() input: unknown) {
    return this.door.answer(socket, markDelivered, input, (session, mark) =>
      this.talk.delivered(
        session,
        mark,
        socket.rooms.has(conversationRoom(session.brandId, mark.conversation)),
      ),
    );
  }

  @SubscribeMessage('identity:decline')
  decline(@ConnectedSocket() socket: ConsumerSocket, @MessageBody() input: unknown) {
    return this.door.answer(socket, declineRequest, input, (session, { request }) =>
      this.requests.decline(session, request),
    );
  }

  @SubscribeMessage('conversation:rate')
  rate(@ConnectedSocket() socket: ConsumerSocket, @MessageBody() input: unknown) {
    return this.door.answer(socket, rateConversation, input, (session, said) =>
      this.ratings.rate(session, said),
    );
  }

  @SubscribeMessage('card:answer')
  answerCard(@ConnectedSocket() socket: ConsumerSocket, @MessageBody() input: unknown) {
    return this.door.answer(socket, answerCard, input, (session, answer) =>
      this.cards.answer(session, answer),
    );
  }

  @SubscribeMessage('conversation:end')
  end(@ConnectedSocket() socket: ConsumerSocket, @MessageBody() input: unknown) {
    return this.door.answer(socket, conversationRef, input, (session, { conversation }) =>
      this.talk.end(session, conversation),
    );
  }

  @SubscribeMessage('page:facts')
  facts(@ConnectedSocket() socket: ConsumerSocket, @MessageBody() input: unknown) {
    return this.door.answer(socket, setPageFacts, input, async ({ brandId, sessionId }, { facts }) => {
      await this.pageFacts.set(brandId, sessionId, facts);
      return null;
    });
  }

  @SubscribeMessage('typing')
  typing(@ConnectedSocket() socket: ConsumerSocket, @MessageBody() input: unknown) {
    return this.door.answer(socket, typing, input, async (session, { conversation, on }) => {
      const { id, brandId, state } = await this.talk.mine(session, conversation);
      if (state === 'ended') return null;
      const by = session.displayName ?? '';
      this.events.emit('typing.changed', { brandId, conversationId: id, on, agentId: null, by });
      return null;
    });
  }

  private async welcome(socket: ConsumerSocket): Promise<void> {
    const session = await this.door.admit(socket);
    const open = await this.conversations.openOf(session);
    if (!open) return;
    await socket.join(conversationRoom(session.brandId, open.id));
    this.deliveries.begin(session.brandId, open, socket);
    this.found.set(socket, open);
  }

  private sayPlainly({ data, id }: ConsumerSocket, message: SendMessage): Promise<Message | undefined> {
    this.limit.spend(data.consumerId ?? data.sessionId, `messages in ${data.brandId}`, OF_MESSAGES);
    return this.talk.sendPlainly(data, message, id);
  }

  private async say(socket: ConsumerSocket, session: LiveSession, message: SendMessage): Promise<Message> {
    if (message.conversation === null)
      this.limit.spend(socket.data.visitor, `conversations of ${session.brandSlug}`, OF_CONVERSATIONS);
    const stored = await this.talk.send(session, message);
    const { conversation: id, number: lastNumber } = stored;
    const room = conversationRoom(session.brandId, id);
    // Who is there already hears it as everybody does. And what is sent again may be long past.
    if (socket.rooms.has(room)) return stored;
    await socket.join(room);
    this.deliveries.begin(session.brandId, { id, lastNumber }, socket);
    return stored;
  }
}
