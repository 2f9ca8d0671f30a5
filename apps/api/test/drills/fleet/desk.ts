import { randomUUID } from 'node:crypto';
import type { ConversationDetail, Leaving, Message } from '@countersign/contracts';
import { io, type Socket } from 'socket.io-client';
import type { Agent } from '../../house/agent.js';
import { WORKSPACE } from '../../house/house.js';
import type { Reply } from '../../house/socket.js';
import type { Waits } from './waits.js';

type Draft = { readonly clientId: string; readonly conversation: string; readonly text: string };
type Thread = { readonly lines: Message[]; readonly outbox: Draft[]; isSending: boolean; isReading: boolean };

const ACK_MS = 5_000;

/** An agent's desk: comes back by itself, sends again by the client's id, and reads on from the last number it has. */
export class Desk {
  readonly threads = new Map<string, Thread>();
  private readonly socket: Socket;

  constructor(
    agent: Agent,
    private readonly waits: Waits,
  ) {
    const headers = { origin: WORKSPACE, cookie: agent.browser.cookies(agent.house.url) };
    this.socket = io(`${agent.house.url}/agent`, {
      transports: ['websocket'],
      forceNew: true,
      extraHeaders: headers,
      reconnectionDelay: 100,
      reconnectionDelayMax: 1_000,
    });
    this.socket.on('message:new', (message: Message) => this.arrived(message));
    this.socket.on('connect', () => this.goOn());
    this.socket.on('service:leaving', ({ withinMs }: Leaving) => {
      setTimeout(() => this.socket.disconnect().connect(), Math.random() * withinMs);
    });
  }

  async take(conversation: string): Promise<void> {
    this.threads.set(conversation, { lines: [], outbox: [], isSending: false, isReading: false });
    for (;;) {
      const reply = await this.ask<unknown>('conversation:take', { conversation });
      if (reply?.ok) break;
      if (reply) throw new Error(JSON.stringify(reply.problem));
    }
    await this.read(conversation);
  }

  send(conversation: string, text: string): void {
    const thread = this.threads.get(conversation);
    if (!thread) throw new Error(`Nobody took ${conversation}.`);
    this.waits.sent(text);
    thread.outbox.push({ clientId: randomUUID(), conversation, text });
    void this.flush(thread);
  }

  get unsent(): number {
    return [...this.threads.values()].reduce((sum, { outbox }) => sum + outbox.length, 0);
  }

  leave(): void {
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
        if (!reply.ok) throw new Error(`${draft.text}: ${JSON.stringify(reply.problem)}`);
        this.waits.acked(draft.text);
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
    if (message.number > last + 1) return void this.read(message.conversation);
    thread.lines.push(message);
    if (message.from === 'consumer') this.waits.saw(message.text);
  }

  private async read(conversation: string): Promise<void> {
    const thread = this.threads.get(conversation);
    if (!thread || thread.isReading || !this.socket.connected) return;
    thread.isReading = true;
    const after = thread.lines.at(-1)?.number ?? 0;
    const reply = await this.ask<ConversationDetail>('conversation:watch', { conversation, after });
    thread.isReading = false;
    if (reply?.ok) for (const message of reply.value.messages) this.arrived(message);
    else if (reply) throw new Error(JSON.stringify(reply.problem));
  }
}
