import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';

/** Somebody who came, and what became of them. */
export type Stranger = {
  readonly isIn: boolean;
  readonly closed: Promise<void>;
  readonly go: () => void;
};

function comes(port: number, says: string, isIn: (socket: Socket) => Promise<boolean>): Promise<Stranger> {
  const socket = connect({ port, host: 'localhost' });
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  socket.on('error', () => undefined);
  socket.resume();
  if (says) socket.write(says);
  const left = closed.then(() => false);
  return Promise.race([isIn(socket), left]).then((came) => ({
    isIn: came,
    closed,
    go: () => socket.destroy(),
  }));
}

/** Opens a connection, and never says a word. */
export const silent = (port: number): Promise<Stranger> =>
  comes(port, '', (socket) => new Promise((resolve) => socket.once('connect', () => resolve(true))));

/** Opens a WebSocket, from an address, and never says who they are. */
export const knock = (port: number, address: string): Promise<Stranger> => {
  const asked = [
    'GET /socket.io/?EIO=4&transport=websocket HTTP/1.1',
    `host: localhost:${port}`,
    'connection: upgrade',
    'upgrade: websocket',
    'sec-websocket-version: 13',
    `sec-websocket-key: ${randomBytes(16).toString('base64')}`,
    `x-forwarded-for: ${address}`,
  ];
  return comes(
    port,
    `${asked.join('\r\n')}\r\n\r\n`,
    (socket) =>
      new Promise((resolve) =>
        socket.once('data', (answer) => {
          const came = answer.toString('latin1').startsWith('HTTP/1.1 101');
          if (!came) socket.destroy();
          resolve(came);
        }),
      ),
  );
};

/** Many at once, some at a time. */
export async function crowd(many: number, come: (nth: number) => Promise<Stranger>): Promise<Stranger[]> {
  const all: Stranger[] = [];
  for (let nth = 0; nth < many; nth += 100)
    all.push(
      ...(await Promise.all(Array.from({ length: Math.min(100, many - nth) }, (_, at) => come(nth + at)))),
    );
  return all;
}

/** What a process holds in memory, in MB; undefined where the system does not say. */
export function megabytesOf(pid: number | undefined): number | undefined {
  try {
    const kilobytes = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kilobytes === undefined ? undefined : Math.round(Number(kilobytes) / 1_024);
  } catch {
    return undefined;
  }
}
