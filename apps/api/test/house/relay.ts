import type { AddressInfo } from 'node:net';
import { connect, createServer, type Server, type Socket } from 'node:net';

/** Stands between the API and its database, so that a test can cut the line and mend it. */
export class Relay {
  private readonly open = new Set<Socket>();
  private isHeld = false;

  private constructor(
    private readonly server: Server,
    private readonly port: number,
    private readonly target: URL,
  ) {
    server.on('connection', (socket) => this.join(socket));
  }

  static async to(databaseUrl: string): Promise<Relay> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new Relay(server, (server.address() as AddressInfo).port, new URL(databaseUrl));
  }

  get url(): string {
    const url = new URL(this.target);
    url.port = String(this.port);
    return url.href;
  }

  async cut(): Promise<void> {
    const closed = new Promise((resolve) => this.server.close(resolve));
    for (const socket of this.open) socket.destroy();
    await closed;
  }

  async mend(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(this.port, '127.0.0.1', resolve));
  }

  /** Nothing comes through, and nobody is told why. */
  hold(): void {
    this.isHeld = true;
    for (const socket of this.open) socket.pause();
  }

  release(): void {
    this.isHeld = false;
    for (const socket of this.open) socket.resume();
  }

  private join(socket: Socket): void {
    const far = connect(Number(this.target.port), this.target.hostname);
    for (const [one, other] of [
      [socket, far],
      [far, socket],
    ] as const) {
      this.open.add(one);
      one.pipe(other);
      if (this.isHeld) one.pause();
      one.on('error', () => other.destroy());
      one.on('close', () => {
        this.open.delete(one);
        other.destroy();
      });
    }
  }
}
