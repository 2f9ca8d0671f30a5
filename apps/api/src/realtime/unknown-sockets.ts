import type { Server } from 'socket.io';
import type { Incoming } from '../common/https-only.js';
import { networkOf } from '../common/network.js';

export type UnknownLimits = {
  /** From one address. */
  readonly ofAddress: number;
  /** From everywhere. */
  readonly ofAll: number;
  /** How long one may stay unknown. */
  readonly forMs: number;
};

/** Sockets that have not said yet who they are: so many and no more, of one address and altogether. */
export class UnknownSockets {
  private readonly counts = new Map<string, number>();
  private readonly known = new WeakMap<object, () => void>();
  private all = 0;

  constructor(private readonly limits: UnknownLimits) {}

  /** Whether one more may come; then it counts until it is known or gone. */
  admits(request: Incoming, address: string): boolean {
    const network = networkOf(address);
    const mine = this.counts.get(network) ?? 0;
    if (mine >= this.limits.ofAddress || this.all >= this.limits.ofAll) return false;
    this.counts.set(network, mine + 1);
    this.all += 1;
    // A WebSocket is closed in words, to which whoever means no good does not answer: they would hold their place for long.
    const cut = setTimeout(() => request.socket.destroy(), this.limits.forMs);
    let counted = true;
    const settle = () => {
      if (!counted) return;
      counted = false;
      clearTimeout(cut);
      this.all -= 1;
      const left = (this.counts.get(network) ?? 1) - 1;
      if (left > 0) this.counts.set(network, left);
      else this.counts.delete(network);
    };
    this.known.set(request, settle);
    request.socket.once('close', settle);
    return true;
  }

  /** Whoever was let into a namespace is known, by its door. */
  watch(server: Server): void {
    server.on('new_namespace', (namespace) => {
      namespace.on('connection', ({ request }) => this.known.get(request)?.());
    });
  }
}
