import type { ConsumerToServer, Leaving, Problem, ServerToConsumer } from '@countersign/contracts';
import { backoff } from '../life/spread.js';
import type { Platform, TextSocket } from '../platform/platform.js';
import { asked, connecting, type Frame, frameOf, PONG, socketUrl } from './frames.js';

export type Wish = keyof ConsumerToServer;
export type InputOf<Of extends Wish> = Parameters<ConsumerToServer[Of]>[0];
export type ReplyTo<Of extends Wish> = Parameters<Parameters<ConsumerToServer[Of]>[1]>[0];

/** What concerns the line alone stays in it. */
type Heard = Omit<ServerToConsumer, 'service:leaving'>;

/** What the line is told to do by, and whom it tells. */
export type LineOptions = {
  readonly apiUrl: string;
  /** Outside a browser: the origin to send. */
  readonly origin?: string | undefined;
  readonly platform: Pick<Platform, 'after' | 'now' | 'random' | 'socket'>;
  /** What CONNECT carries, made anew each time: a proof of possession counts once. Undefined: nobody is there to connect. */
  readonly credentials: () => Promise<object | undefined>;
  readonly onUp: () => void;
  /** `refused`: the service closed the door, with or without a reason. Waited for before the next try. */
  readonly onDown: (refused: Problem | boolean) => unknown;
  readonly on: { readonly [Event in keyof Heard]: Heard[Event] };
};

/** One session's connection to the service, that comes back by itself. */
export type Line = {
  readonly isUp: boolean;
  /** Undefined: no answer in time, or the connection broke. */
  ask<Of extends Wish>(wish: Of, input: InputOf<Of>): Promise<ReplyTo<Of> | undefined>;
  /** Something speaks for trying at once: a network, a push, somebody who looks. */
  hurry(): void;
  /** The connection only seems to be there. */
  restart(): void;
  close(): void;
};
export type OpenLine = (options: LineOptions) => Line;

const ACK_MS = 10_000;
const CONNECT_MS = 20_000;
const AGAIN = { base: 1_000, cap: 30_000 };
/** A connection that held for so long was none of those that break at once. */
const HELD_MS = 10_000;

/** By WebSocket. It tries again after times that double, anywhere within them: a thousand clients do not come at once. */
class WebLine implements Line {
  isUp = false;
  private socket: TextSocket | undefined;
  private waiting: (() => void) | undefined;
  private watch: (() => void) | undefined;
  private moving: (() => void) | undefined;
  private isTrying = false;
  private isClosed = false;
  /** It is time to go to another process, as soon as nothing is waited for. */
  private isDue = false;
  private tries = 0;
  private upSince = 0;
  private asks = 0;
  private silence = CONNECT_MS;
  private readonly replies = new Map<number, (reply: unknown) => void>();

  constructor(private readonly options: LineOptions) {
    void this.connect();
  }

  ask<Of extends Wish>(wish: Of, input: InputOf<Of>): Promise<ReplyTo<Of> | undefined> {
    if (!this.isUp) return Promise.resolve(undefined);
    this.asks += 1;
    const id = this.asks;
    return new Promise((resolve) => {
      const callOff = this.options.platform.after(ACK_MS, () => settle(undefined));
      const settle = (reply: unknown) => {
        callOff();
        this.replies.delete(id);
        if (this.isDue) this.move();
        resolve(reply as ReplyTo<Of> | undefined);
      };
      this.replies.set(id, settle);
      this.socket?.send(asked(id, wish, input));
    });
  }

  hurry(): void {
    this.tries = 0;
    if (this.waiting) void this.connect();
  }

  restart(): void {
    this.drop();
    this.tries = 0;
    void this.connect();
  }

  close(): void {
    this.isClosed = true;
    this.waiting?.();
    this.drop();
  }

  private async connect(): Promise<void> {
    this.waiting?.();
    this.waiting = undefined;
    if (this.isClosed || this.isTrying || this.socket) return;
    this.isTrying = true;
    const { credentials, platform, apiUrl, origin } = this.options;
    const carried = await credentials().catch(() => 'later' as const);
    this.isTrying = false;
    if (this.isClosed || carried === undefined) return;
    if (carried === 'later') return this.lost(false);
    const socket = platform.socket(socketUrl(apiUrl), origin);
    this.socket = socket;
    this.expect(CONNECT_MS);
    socket.onmessage = ({ data }) => socket === this.socket && this.read(String(data), carried);
    socket.onclose = () => socket === this.socket && void this.lost(false);
  }

  private read(text: string, credentials: object): void {
    try {
      const frame = frameOf(text);
      if (frame) this.happened(frame, credentials);
    } catch {
      void this.lost(false);
    }
  }

  private happened(frame: Frame, credentials: object): void {
    const { on, onUp, platform } = this.options;
    switch (frame.kind) {
      case 'opened':
        this.silence = frame.silenceMs;
        this.socket?.send(connecting(credentials));
        break;
      case 'ping':
        this.socket?.send(PONG);
        this.expect(this.silence);
        break;
      case 'connected':
        this.isUp = true;
        this.upSince = platform.now();
        this.expect(this.silence);
        onUp();
        break;
      case 'refused':
        void this.lost((frame.data as Problem | undefined) ?? true);
        break;
      case 'disconnected':
        void this.lost(true);
        break;
      case 'event':
        if (frame.name === 'service:leaving') this.left(frame.data as Leaving);
        else (on[frame.name as keyof Heard] as ((data: unknown) => void) | undefined)?.(frame.data);
        break;
      case 'reply':
        this.replies.get(frame.id)?.(frame.data);
    }
  }

  /** The process at the other end goes. Another is looked for at a moment of one's own, while this one still answers. */
  private left({ withinMs }: Leaving): void {
    const { platform } = this.options;
    this.moving ??= platform.after(platform.random() * withinMs, () => {
      this.isDue = true;
      this.move();
    });
  }

  private move(): void {
    if (this.replies.size === 0 && this.socket) this.restart();
  }

  /** The service is heard of within this time, or is not there. */
  private expect(ms: number): void {
    this.watch?.();
    this.watch = this.options.platform.after(ms, () => void this.lost(false));
  }

  private async lost(refused: Problem | boolean): Promise<void> {
    const { platform, onDown } = this.options;
    this.drop();
    if (this.upSince && platform.now() - this.upSince > HELD_MS) this.tries = 0;
    this.upSince = 0;
    this.tries += 1;
    await onDown(refused);
    if (this.isClosed || this.waiting || this.socket || this.isTrying) return;
    const wait = backoff(this.tries, AGAIN, platform.random());
    this.waiting = platform.after(wait, () => void this.connect());
  }

  /** What waits for a reply gets none. */
  private drop(): void {
    const { socket } = this;
    this.watch?.();
    this.moving?.();
    this.moving = undefined;
    this.isDue = false;
    this.socket = undefined;
    this.isUp = false;
    socket?.close();
    for (const settle of [...this.replies.values()]) settle(undefined);
  }
}

export const openLine: OpenLine = (options) => new WebLine(options);
