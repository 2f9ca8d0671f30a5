import { Agent, type ClientRequestArgs } from 'node:http';
import { connect } from 'node:net';
import type { Duplex } from 'node:stream';

type Taken = (error: Error | null, stream: Duplex) => void;

/**
 * Connects to whichever of several processes has the fewest connections, and to the next where one refuses: no session is
 * bound to a process. Each request has a connection of its own: one that is kept may be closed just as it is used again.
 */
export class Balance extends Agent {
  private readonly held: Map<number, number>;
  private turn = 0;

  constructor(ports: readonly number[]) {
    super({ keepAlive: false });
    this.held = new Map(ports.map((port) => [port, 0]));
  }

  override createConnection(_options: ClientRequestArgs, taken?: Taken): undefined {
    if (taken) this.try(this.inOrder(), taken);
    return undefined;
  }

  /** Among those with equally many the turn goes round. */
  private inOrder(): number[] {
    this.turn += 1;
    const ports = [...this.held.keys()];
    const from = this.turn % ports.length;
    const round = [...ports.slice(from), ...ports.slice(0, from)];
    return round.sort((one, other) => this.of(one) - this.of(other));
  }

  private of(port: number): number {
    return this.held.get(port) ?? 0;
  }

  private try([port = 0, ...others]: readonly number[], taken: Taken): void {
    const socket = connect(port, '127.0.0.1');
    const refused = (error: Error) => (others.length > 0 ? this.try(others, taken) : taken(error, socket));
    socket.once('error', refused);
    socket.once('connect', () => {
      socket.off('error', refused);
      this.held.set(port, this.of(port) + 1);
      socket.once('close', () => this.held.set(port, this.of(port) - 1));
      taken(null, socket);
    });
  }
}
