import { Socket } from 'node:net';
import { googleHosts } from '../places/index.js';

type Target = { readonly host?: string | undefined; readonly port?: number | string | undefined };

const isTarget = (value: unknown): value is Target => typeof value === 'object' && value !== null;

/** The same address on this machine, if it is one of Google's four. */
function mapped(target: Target, port: number): Target | undefined {
  if (!googleHosts.includes(target.host ?? '') || Number(target.port) !== 443) return undefined;
  return { ...target, host: '127.0.0.1', port };
}

/**
 * Connections of this process to the four hosts of Google, and to no other, go to a port of this machine. Certificates
 * are checked as ever, by the names that were asked for.
 */
export function sendGoogleTo(port: number): void {
  const connect = Socket.prototype.connect;
  // Node's own callers hand over a list with the target first; others the target itself, or port and host.
  Socket.prototype.connect = function (this: Socket, ...given: unknown[]): Socket {
    const [first, second] = given;
    const on = (list: unknown[]): Socket => Reflect.apply(connect, this, list) as Socket;
    if (Array.isArray(first)) {
      const target = isTarget(first[0]) && mapped(first[0], port);
      // The list carries a mark of Node's own: the very same goes on.
      if (target) first[0] = target;
      return on(given);
    }
    const asked = isTarget(first) ? first : { port: first as number, host: second as string };
    const target = mapped(asked, port);
    if (!target) return on(given);
    return on([target, ...given.filter((value) => typeof value === 'function')]);
  } as typeof connect;
}
