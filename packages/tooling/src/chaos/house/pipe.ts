import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** A line between two programs, which can be cut, held, slowed down and forgotten. To several targets it goes by turns. */
export class Pipe {
  private readonly open = new Set<Socket>();
  private readonly lost = new Set<Socket>();
  private isHeld = false;
  private delayMs = 0;
  private turn = 0;

  private constructor(
    private readonly server: Server,
    readonly port: number,
    private readonly targets: readonly number[],
  ) {
    server.on('connection', (near) => this.lead(near, this.inOrder()));
  }

  static async to(targets: readonly number[], port = 0): Promise<Pipe> {
    const server = createServer({ pauseOnConnect: true });
    await new Promise<void>((resolve, reject) =>
      server.once('error', reject).listen(port, '127.0.0.1', resolve),
    );
    return new Pipe(server, (server.address() as AddressInfo).port, targets);
  }

  /** Whoever is connected is thrown out, and nobody comes in. */
  async cut(): Promise<void> {
    const closed = new Promise((resolve) => this.server.close(resolve));
    this.drop();
    await closed;
  }

  async mend(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(this.port, '127.0.0.1', resolve));
  }

  /** Whoever is connected is thrown out, and may come again. */
  drop(): void {
    for (const socket of this.open) socket.resetAndDestroy();
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

  /** As when a machine vanishes and another takes its address: who is connected never hears of it. New ones get through. */
  forget(): void {
    for (const socket of this.open) {
      socket.pause();
      this.lost.add(socket);
    }
    this.open.clear();
  }

  /** Everything takes so much longer, each way. */
  slow(ms: number): void {
    this.delayMs = ms;
  }

  async close(): Promise<void> {
    // It waits for all of its connections, those that nobody hears of as well.
    for (const socket of this.lost) socket.destroy();
    if (this.server.listening) await this.cut();
    else this.drop();
  }

  private inOrder(): number[] {
    this.turn += 1;
    const from = this.turn % this.targets.length;
    return [...this.targets.slice(from), ...this.targets.slice(0, from)];
  }

  private lead(near: Socket, [target, ...others]: readonly number[]): void {
    this.open.add(near);
    near.once('close', () => this.open.delete(near));
    near.on('error', () => undefined);
    if (target === undefined) return void near.resetAndDestroy();
    const far = connect(target, '127.0.0.1');
    const refused = () => this.lead(near, others);
    far.once('error', refused);
    far.once('connect', () => {
      far.off('error', refused);
      this.join(near, far);
      this.join(far, near);
    });
  }

  private join(from: Socket, to: Socket): void {
    let carried = Promise.resolve();
    const carry = (work: () => void) => {
      const due = performance.now() + this.delayMs;
      carried = carried.then(async () => {
        const left = due - performance.now();
        if (left > 1) await pause(left);
        if (!to.destroyed) work();
      });
    };
    this.open.add(from);
    from.setNoDelay(true);
    from.on('data', (chunk: Buffer) => carry(() => to.write(chunk)));
    from.on('end', () => carry(() => to.end()));
    from.on('error', () => to.resetAndDestroy());
    from.on('close', () => {
      this.open.delete(from);
      if (this.lost.delete(from)) to.destroy();
    });
    if (this.isHeld) from.pause();
    else from.resume();
  }
}
