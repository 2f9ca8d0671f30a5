import { randomUUID } from 'node:crypto';
import type { Ack, ConversationDetail, Leaving, Message } from '@countersign/contracts';
import { io, type Socket } from 'socket.io-client';

type Reply<Value> = Parameters<Ack<Value>>[0];
type Draft = { readonly clientId: string; readonly conversation: string; readonly text: string };
type Thread = {
  readonly lines: Message[];
  readonly outbox: Draft[];
  /** The last line that was told of, whether it could be put down or not. */
  heard: number;
  isSending: boolean;
  isReading: boolean;
};

/** Who writes down what becomes of each line, by its text. */
export type Ledger = {
  /** The service has it. */
  acked(text: string): void;
  /** What the consumer said has come. */
  seen(text: string): void;
  /** It was not taken, for this reason; it is tried again. */
  refused(why: string): void;
};
export type DeskOptions = {
  /** Of the API. */
  readonly url: string;
  /** Of an agent's browser: its origin, and the cookie of who has signed in. */
  readonly headers: { readonly origin: string; readonly cookie: string };
  readonly ledger: Ledger;
};

const ACK_MS = 5_000;
const AGAIN_MS = 500;

/** An agent's desk: comes back by itself, sends again by the client's id, and reads on from the last number it has. */
export class Desk {
  private readonly threads = new Map<string, Thread>();
  private readonly socket: Socket;

  private readonly ledger: Ledger;

  constructor({ url, headers, ledger }: DeskOptions) {
    this.ledger = ledger;
    this.socket = io(`${url}/agent`, {
      transports: ['websocket'],
      forceNew: true,
      extraHeaders: headers,
      reconnectionDelay: 100,
      reconnectionDelayMax: 1_000,
    });
    this.socket.on('message:new', (message: Message) => this.arrived(message));
    this.socket.on('connect', () => this.goOn());
    // The library comes back by itself after an accident, not after a refusal.
    const refused = () => this.socket.active || setTimeout(() => this.socket.connect(), AGAIN_MS);
    this.socket.on('connect_error', refused);
    this.socket.on('disconnect', (why) => why !== 'io client disconnect' && refused());
    this.socket.on('service:leaving', ({ withinMs }: Leaving) => {
      setTimeout(() => this.socket.disconnect().connect(), Math.random() * withinMs);
    });
  }

  async take(conversation: string): Promise<void> {
    this.threads.set(conversation, { lines: [], outbox: [], heard: 0, isSending: false, isReading: false });
    for (;;) {
      const reply = await this.ask<unknown>('conversation:take', { conversation });
      if (reply?.ok) break;
      if (reply) throw new Error(`A conversation was not taken: ${reply.problem.code}`);
    }
    await this.read(conversation);
  }

  send(conversation: string, text: string): void {
    const thread = this.threads.get(conversation);
    if (!thread) throw new Error(`Nobody took ${conversation}.`);
    thread.outbox.push({ clientId: randomUUID(), conversation, text });
    void this.flush(thread);
  }

  get unsent(): number {
    return [...this.threads.values()].reduce((sum, { outbox }) => sum + outbox.length, 0);
  }

  unsentOf(conversation: string): number {
    return this.threads.get(conversation)?.outbox.length ?? 0;
  }

  linesOf(conversation: string): readonly Message[] {
    return this.threads.get(conversation)?.lines ?? [];
  }

  leave(): void {
    this.socket.removeAllListeners();
    this.socket.disconnect();
  }

  private goOn(): void {
    for (const [conversation, thread] of this.threads) {
      void this.read(conversation);
      void this.flush(thread);
    }
  }

  private async ask<Value>(name: string, input: object): Promise<Reply<Value> | undefined> {
    const answer: unknown = await this.socket
      .timeout(ACK_MS)
      .emitWithAck(name, input)
      .catch(() => undefined);
    return answer as Reply<Value> | undefined;
  }

  private async flush(thread: Thread): Promise<void> {
    if (thread.isSending) return;
    thread.isSending = true;
    try {
      for (let draft = thread.outbox[0]; draft; draft = thread.outbox[0]) {
        if (!this.socket.connected) return;
        const reply = await this.ask<Message>('message:send', draft);
        if (!reply) continue;
        if (!reply.ok) {
          this.ledger.refused(`agent: ${reply.problem.title}`);
          setTimeout(() => void this.flush(thread), AGAIN_MS);
          return;
        }
        this.ledger.acked(draft.text);
        thread.outbox.shift();
        this.arrived(reply.value);
      }
    } finally {
      thread.isSending = false;
    }
  }

  /** What comes in order is put down; what comes after a gap is read from the log, with what lies between. */
  private arrived(message: Message): void {
    const thread = this.threads.get(message.conversation);
    const last = thread?.lines.at(-1)?.number ?? 0;
    if (!thread || message.number <= last) return;
    thread.heard = Math.max(thread.heard, message.number);
    if (message.number > last + 1) return void this.read(message.conversation);
    thread.lines.push(message);
    if (message.from === 'consumer') this.ledger.seen(message.text);
  }

  private async read(conversation: string): Promise<void> {
    const thread = this.threads.get(conversation);
    if (!thread || thread.isReading || !this.socket.connected) return;
    thread.isReading = true;
    const after = thread.lines.at(-1)?.number ?? 0;
    const reply = await this.ask<ConversationDetail>('conversation:watch', { conversation, after });
    thread.isReading = false;
    if (!reply?.ok) return void setTimeout(() => void this.read(conversation), AGAIN_MS);
    for (const message of reply.value.messages) this.arrived(message);
    // What was told of while it was read is in the log by now.
    const last = thread.lines.at(-1)?.number ?? 0;
    if (last > after && thread.heard > last) void this.read(conversation);
  }
}
