import type { Server } from 'socket.io';

/** What engine.io calls for every packet of a socket, and again when the connection takes more. */
type Flushing = { flush(): void; readonly request: { readonly socket: Writing } };
type Writing = { cork(): void; uncork(): void };

/**
 * One write for each socket and turn of the event loop, however many packets it is given in it: an acknowledgement and
 * what is told with it, or the lines of many conversations for one agent. By itself each packet is a system call, and
 * under load most of the time is spent in those.
 */
export function gatherWrites({ engine }: { readonly engine: Pick<Server['engine'], 'on'> }): void {
  const waiting = new Set<Flushing>();
  const writeAll = () => {
    const all = [...waiting];
    waiting.clear();
    for (const socket of all) {
      const { flush } = Object.getPrototypeOf(socket) as Flushing;
      socket.request.socket.cork();
      flush.call(socket);
      socket.request.socket.uncork();
    }
  };
  function later(this: Flushing): void {
    if (waiting.size === 0) setImmediate(writeAll);
    waiting.add(this);
  }
  engine.on('connection', (socket: Flushing) => {
    socket.flush = later;
  });
}
