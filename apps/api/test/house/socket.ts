import type { Problem } from '@countersign/contracts';
import { io, type Socket } from 'socket.io-client';

export type Reply<Value> = { ok: true; value: Value } | { ok: false; problem: Problem };

/** One real socket, with everything it was told. */
export class Line {
  private readonly heard: { name: string; event: unknown }[] = [];
  private waiting: (() => void)[] = [];

  private constructor(readonly socket: Socket) {
    socket.onAny((name: string, event: unknown) => this.note(name, event));
    socket.on('disconnect', (reason) => this.note('disconnect', reason));
  }

  /** Connects, or throws the problem the server refused with. */
  static async open(address: string, headers: Record<string, string>, auth: object = {}): Promise<Line> {
    const socket = io(address, {
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      extraHeaders: headers,
      auth,
    });
    const line = new Line(socket);
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve);
      socket.once('connect_error', (error: Error & { data?: Problem }) => {
        socket.disconnect();
        reject(error);
      });
    });
    return line;
  }

  async ask<Value>(name: string, input: unknown): Promise<Reply<Value>> {
    return (await this.socket.timeout(15_000).emitWithAck(name, input)) as Reply<Value>;
  }

  /** As `ask`, where a problem fails the test. */
  async get<Value>(name: string, input: unknown): Promise<Value> {
    const reply = await this.ask<Value>(name, input);
    if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply.problem)}`);
    return reply.value;
  }

  async problem(name: string, input: unknown): Promise<string> {
    const reply = await this.ask<unknown>(name, input);
    if (reply.ok) throw new Error(`${name} was answered with a value`);
    return reply.problem.code;
  }

  all<Event>(name: string): Event[] {
    return this.heard.filter((one) => one.name === name).map(({ event }) => event as Event);
  }

  /** The first event, past or to come, that is as wanted. */
  async hears<Event>(name: string, wanted: (event: Event) => boolean = () => true): Promise<Event> {
    const deadline = AbortSignal.timeout(15_000);
    for (;;) {
      const found = this.all<Event>(name).find(wanted);
      if (found !== undefined) return found;
      await new Promise<void>((resolve, reject) => {
        deadline.addEventListener('abort', () => reject(new Error(`${name} was never heard like that`)), {
          once: true,
        });
        this.waiting.push(resolve);
      });
    }
  }

  close(): void {
    this.socket.disconnect();
  }

  private note(name: string, event: unknown): void {
    this.heard.push({ name, event });
    const waiting = this.waiting;
    this.waiting = [];
    for (const resolve of waiting) resolve();
  }
}
