import { connect, createServer, type Server, type Socket } from 'node:net';

/** One address before several processes: a connection goes to whichever takes it, by turns, and is bound to none. */
export class Balancer {
  private turn = 0;
  private readonly open = new Set<Socket>();

  private constructor(
    private readonly server: Server,
    private readonly ports: readonly number[],
  ) {
    server.on('connection', (socket) => this.lead(socket, this.inOrder()));
  }

  static async before(ports: readonly number[], port: number): Promise<Balancer> {
    const server = createServer({ pauseOnConnect: true });
    await new Promise<void>((resolve) => server.listen(port, resolve));
    return new Balancer(server, ports);
  }

  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.server.close(resolve));
    for (const socket of this.open) socket.destroy();
    await closed;
  }

  private inOrder(): number[] {
    this.turn += 1;
    const from = this.turn % this.ports.length;
    return [...this.ports.slice(from), ...this.ports.slice(0, from)];
  }

  private lead(near: Socket, [port, ...others]: readonly number[]): void {
    if (port === undefined) return void near.destroy();
    const far = connect(port, 'localhost');
    const refused = () => this.lead(near, others);
    far.once('error', refused);
    far.once('connect', () => {
      far.off('error', refused);
      for (const [one, other] of [
        [near, far],
        [far, near],
      ] as const) {
        this.open.add(one);
        one.on('error', () => other.destroy());
        one.on('close', () => {
          this.open.delete(one);
          other.destroy();
        });
        one.pipe(other);
      }
    });
  }
}
