import { once } from 'node:events';
import { WebSocket } from 'ws';

type Options = {
  readonly protocol?: string;
  readonly headers?: Readonly<Record<string, string>>;
};
type Listener = (text: string) => void;

/** One WebSocket, without compression: what is sent and received costs the driver as little as it can. */
export class Line {
  private listener: Listener | undefined;
  private lost: ((error: Error) => void) | undefined;
  /** What came while nobody listened. */
  private early: string[] = [];

  private constructor(private readonly socket: WebSocket) {
    socket.on('message', (chunk: Buffer) => {
      const text = chunk.toString('latin1');
      if (this.listener) this.listener(text);
      else this.early.push(text);
    });
    socket.on('close', (code) => this.lost?.(new Error(`a connection was closed with ${code}`)));
    socket.on('error', (error) => this.lost?.(error));
  }

  static async open(url: string, { protocol, headers = {} }: Options = {}): Promise<Line> {
    const settings = { headers, perMessageDeflate: false, skipUTF8Validation: true };
    const socket = new WebSocket(url, protocol ?? [], settings);
    const line = new Line(socket);
    await once(socket, 'open');
    return line;
  }

  send(text: string): void {
    this.socket.send(text);
  }

  /** From here on, everything that comes. */
  hear(listener: Listener, lost: (error: Error) => void): void {
    this.lost = lost;
    this.listener = listener;
    const waiting = this.early;
    this.early = [];
    for (const text of waiting) listener(text);
  }

  /** The first that fits. What does not fit is passed over. */
  until(fits: (text: string) => boolean): Promise<string> {
    return new Promise((resolve, reject) => {
      let found = false;
      this.hear((text) => {
        if (found) this.early.push(text);
        else if (fits(text)) {
          found = true;
          this.listener = undefined;
          resolve(text);
        }
      }, reject);
    });
  }

  close(): void {
    this.lost = undefined;
    this.socket.terminate();
  }
}
