import type { Server } from 'socket.io';

type Engine = Server['engine'];
type EngineSocket = {
  readonly transport: { readonly socket?: { readonly bufferedAmount: number } };
  on(event: 'packetCreate', heard: (packet: { data?: unknown }) => void): void;
  on(event: 'flush', heard: () => void): void;
  close(discard: boolean): void;
};

const sizeOf = (data: unknown): number =>
  typeof data === 'string' ? data.length : data instanceof Uint8Array ? data.byteLength : 0;

/**
 * Whoever does not read what is sent gets no more kept for them than this: the socket is closed, and they resume by number
 * when they read again.
 */
export function closeSlowReaders(engine: Engine, limitBytes: number): void {
  engine.on('connection', (socket: EngineSocket) => {
    let held = 0;
    socket.on('flush', () => {
      held = 0;
    });
    socket.on('packetCreate', ({ data }) => {
      held += sizeOf(data);
      // What was handed over and not taken yet counts as well: it lies in this process, too.
      if (held + (socket.transport.socket?.bufferedAmount ?? 0) > limitBytes) socket.close(true);
    });
  });
}
