import type { PageFacts } from '@countersign/claims';
import type {
  Ack,
  ConsumerToServer,
  ConversationStatus,
  MESSAGE_LIMIT,
  Message,
  Problem,
  ServerToConsumer,
} from '@countersign/contracts';
import { io, type Socket } from 'socket.io-client';
import type { Identity } from '../identity/identity.js';
import { next } from './next.js';
import { type ChatState, type Happening, initialChat } from './state.js';

type ChatSocket = Socket<ServerToConsumer, ConsumerToServer>;
type Reply<Value> = Parameters<Ack<Value>>[0];

/** Whose chat it is, and who is told when it changes. */
export type ChatOptions = {
  readonly apiUrl: string;
  readonly identity: Identity;
  /** Outside a browser: the origin to send. */
  readonly origin?: string;
  readonly onChange: (state: ChatState) => void;
  /** What the page said was not taken: a consumer can do nothing about it, whoever wrote the page can. */
  readonly onPageFactsRefused?: (problem: Problem) => void;
};

const ACK_MS = 10_000;
/** Longer is not sent: a frame of megabytes would only break the line, again and again. */
const LIMIT: typeof MESSAGE_LIMIT = 8_000;
const TOO_LONG = 'It is longer than 8,000 characters. Send it in parts.';
const TYPING_MS = 3_000;
const AGAIN_MS = 2_000;

/** Problems after which trying again cannot help: the words go to whoever wrote. */
const FINAL: readonly Problem['code'][] = [
  'message_too_long',
  'request_malformed',
  'request_too_large',
  'conversation_ended',
];

/** Sends and receives for one session; reconnects by itself; keeps what was not sent. */
export class Chat {
  state: ChatState = initialChat;
  private socket: ChatSocket | undefined;
  private sending = false;
  private pageFacts: PageFacts | undefined;
  private typedAt = 0;

  constructor(private readonly options: ChatOptions) {}

  /** Connects for the session the identity has now. */
  connect(): void {
    this.disconnect();
    const { apiUrl, identity, origin } = this.options;
    const socket: ChatSocket = io(`${apiUrl}/consumer`, {
      transports: ['websocket'],
      forceNew: true,
      ...(origin ? { extraHeaders: { origin } } : {}),
      reconnectionDelay: 500,
      reconnectionDelayMax: 5_000,
      randomizationFactor: 0.5,
      // Made anew for each CONNECT: a proof of possession counts once.
      auth: (answer) => {
        identity
          .fresh()
          .then((session) => (session ? identity.api.socketAuth(session.token) : {}))
          .then(answer, () => answer({}));
      },
    });
    this.socket = socket;
    this.listen(socket);
  }

  disconnect(): void {
    this.socket?.removeAllListeners();
    this.socket?.disconnect();
    this.socket = undefined;
  }

  /** Nothing of the conversation stays in memory. */
  clear(): void {
    this.disconnect();
    this.happen({ type: 'cleared' });
  }

  /** What the page said of one person is not said of the next. */
  forgetPageFacts(): void {
    this.pageFacts = undefined;
  }

  setOpen(open: boolean): void {
    this.happen({ type: 'window', open });
  }

  send(text: string): void {
    const draft = {
      clientId: crypto.randomUUID(),
      text,
      at: new Date().toISOString(),
      state: 'sending' as const,
      why: null,
    };
    this.happen({ type: 'wrote', draft });
    this.flush();
  }

  retry(clientId: string): void {
    this.happen({ type: 'draft', clientId, state: 'sending', why: null });
    this.flush();
  }

  typing(): void {
    const { conversation } = this.state;
    if (!conversation || Date.now() - this.typedAt < TYPING_MS) return;
    this.typedAt = Date.now();
    this.socket?.emit('typing', { conversation: conversation.id, on: true }, () => undefined);
  }

  async end(): Promise<void> {
    const { conversation } = this.state;
    if (conversation)
      await this.ask<null>((ack) =>
        this.socket?.emit('conversation:end', { conversation: conversation.id }, ack),
      );
  }

  /** After an ended conversation: the next message opens a new one. */
  begin(): void {
    this.happen({ type: 'cleared' });
  }

  /** The last word of the page counts, also after a reconnect. */
  setPageFacts(facts: PageFacts): void {
    this.pageFacts = facts;
    if (this.socket?.connected) this.tellPageFacts(this.socket, facts);
  }

  private tellPageFacts(socket: ChatSocket, facts: PageFacts): void {
    socket.emit('page:facts', { facts }, (reply) => {
      if (!reply.ok) this.options.onPageFactsRefused?.(reply.problem);
    });
  }

  private listen(socket: ChatSocket): void {
    socket.on('connect', () => void this.connected(socket));
    socket.on('disconnect', (reason) => {
      this.happen({ type: 'connection', connection: 'offline' });
      if (reason === 'io server disconnect') void this.lost(socket);
    });
    socket.on('connect_error', (error) => {
      this.happen({ type: 'connection', connection: 'offline' });
      // The server spoke, so the socket will not try again by itself.
      if (!socket.active) void this.lost(socket, (error as Error & { data?: Problem }).data);
    });
    socket.on('message:new', (message) => this.happen({ type: 'arrived', message }));
    socket.on('conversation:changed', (conversation) => {
      const current = this.state.conversation;
      if (!current || current.id === conversation.id || current.state === 'ended')
        this.happen({ type: 'conversation', conversation });
    });
    socket.on('typing', ({ on, by }) => this.happen({ type: 'typing', by: on ? by : null }));
    socket.on('session:changed', ({ assurance, why }) => {
      if (assurance === 'ended' || assurance === 'revoked') void this.ended(socket, why);
    });
  }

  private async connected(socket: ChatSocket): Promise<void> {
    this.happen({ type: 'connection', connection: 'online' });
    if (this.pageFacts) this.tellPageFacts(socket, this.pageFacts);
    const id = this.state.conversation?.id ?? this.options.identity.state.session?.conversation?.id;
    if (id) await this.resume(id);
    this.flush();
  }

  private async resume(conversation: string): Promise<void> {
    const after = this.state.messages.at(-1)?.number ?? 0;
    type Resumed = { conversation: ConversationStatus; messages: Message[] };
    const reply = await this.ask<Resumed>((ack) =>
      this.socket?.emit('conversation:resume', { conversation, after }, ack),
    );
    if (reply?.ok) this.happen({ type: 'resumed', ...reply.value });
  }

  /** The server closed the door: with a session that lives, try again with a new token. */
  private async lost(socket: ChatSocket, problem?: Problem): Promise<void> {
    if (socket !== this.socket) return;
    const again = await this.options.identity
      .fresh(problem?.code !== 'service_unavailable')
      .catch(() => 'later' as const);
    if (socket !== this.socket || again === undefined) return;
    setTimeout(() => socket === this.socket && socket.connect(), again === 'later' ? 2_000 : 250);
  }

  private async ended(socket: ChatSocket, why: string | null): Promise<void> {
    if (socket !== this.socket) return;
    // The same person proved themselves anew in another tab: go on there.
    const resumed = why === 'replaced' ? await this.options.identity.fresh(true) : undefined;
    if (resumed) this.connect();
    else this.options.identity.gone();
  }

  /** One after the other, so that what was written first arrives first. */
  private flush(): void {
    if (this.sending) return;
    this.sending = true;
    this.sendAll().finally(() => {
      this.sending = false;
    });
  }

  private async sendAll(): Promise<void> {
    for (;;) {
      const draft = this.state.unsent.find(({ state }) => state !== 'failed');
      const { socket } = this;
      if (!draft || !socket?.connected) return this.hold();
      const { clientId, text } = draft;
      if (text.length > LIMIT) {
        this.happen({ type: 'draft', clientId, state: 'failed', why: TOO_LONG });
        continue;
      }
      const conversation = this.state.conversation?.id ?? null;
      const reply = await this.ask<Message>((ack) =>
        socket.emit('message:send', { clientId, conversation, text }, ack),
      );
      if (!reply) return this.hold();
      if (reply.ok) this.sent(reply.value);
      else if (FINAL.includes(reply.problem.code)) this.refused(clientId, reply.problem);
      else if (reply.problem.code === 'session_ended') return this.options.identity.gone();
      else return this.refused(clientId, reply.problem);
    }
  }

  private sent(message: Message): void {
    this.happen({ type: 'arrived', message });
    if (this.state.conversation?.id === message.conversation) return;
    const conversation = {
      id: message.conversation,
      state: 'waiting' as const,
      agent: null,
      lastNumber: message.number,
      readNumber: message.number,
    };
    this.happen({ type: 'conversation', conversation });
  }

  private refused(clientId: string, { title }: Problem): void {
    this.happen({ type: 'draft', clientId, state: 'failed', why: title });
  }

  /** No connection: what is unsent waits and goes out in order. */
  private hold(): void {
    for (const { clientId, state } of this.state.unsent)
      if (state === 'sending') this.happen({ type: 'draft', clientId, state: 'waiting', why: null });
    // The line is up and the answer did not come: once more, with the same id, in a moment.
    if (this.socket?.connected) setTimeout(() => this.flush(), AGAIN_MS);
  }

  /** Undefined: no answer in time, or the connection broke. */
  private ask<Value>(emit: (ack: Ack<Value>) => unknown): Promise<Reply<Value> | undefined> {
    const { socket } = this;
    return new Promise((resolve) => {
      const settle = (reply?: Reply<Value>) => {
        clearTimeout(timer);
        socket?.off('disconnect', gone);
        resolve(reply);
      };
      const gone = () => settle();
      const timer = setTimeout(gone, ACK_MS);
      socket?.once('disconnect', gone);
      emit(settle);
    });
  }

  private happen(happening: Happening): void {
    this.state = next(this.state, happening);
    this.options.onChange(this.state);
  }
}
