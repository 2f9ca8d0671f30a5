import type { IncomingMessage } from 'node:http';

const addresses = /^(::1|(::ffff:)?127(\.\d{1,3}){3})$/;
const hosts = /^(localhost|[a-z0-9-]+\.localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i;

/** Whether the other end is this machine, and meant this machine: a rebound name has another Host. */
export const fromThisMachine = (req: IncomingMessage): boolean =>
  addresses.test(req.socket.remoteAddress ?? '') && hosts.test(req.headers.host ?? '');
