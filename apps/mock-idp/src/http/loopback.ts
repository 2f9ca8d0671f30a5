import type { IncomingMessage } from 'node:http';

const addresses = /^(::1|(::ffff:)?127(\.\d{1,3}){3})$/;
const hosts = /^(localhost|[a-z0-9-]+\.localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i;

/** Through a proxy on this machine the other end is whom the proxy has seen: the last it names. */
const lastNamed = ({ headers }: IncomingMessage): string[] =>
  [headers['x-forwarded-for'] ?? []]
    .flat()
    .flatMap((line) => line.split(',').slice(-1))
    .slice(-1);

/** Whether the other end is this machine, and meant this machine: a rebound name has another Host. */
export const fromThisMachine = (req: IncomingMessage): boolean =>
  [req.socket.remoteAddress ?? '', ...lastNamed(req)].every((one) => addresses.test(one.trim())) &&
  hosts.test(req.headers.host ?? '');
