import { createServer } from 'node:net';
import { holderOf } from './holder.js';

export type Ports = {
  readonly idp: number;
  readonly api: number;
  readonly brandSite: number;
  readonly workspace: number;
  readonly database: number;
};

export const usualPorts: Ports = { idp: 4000, api: 4100, brandSite: 4200, workspace: 4300, database: 4432 };

const listenOn = (port: number): Promise<number | undefined> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen(port, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : undefined));
    });
  });

export async function freePorts(): Promise<Ports> {
  const found: number[] = [];
  while (found.length < 5) {
    const port = await listenOn(0);
    if (port !== undefined && !found.includes(port)) found.push(port);
  }
  const [idp = 0, api = 0, brandSite = 0, workspace = 0, database = 0] = found;
  return { idp, api, brandSite, workspace, database };
}

export async function freePort(): Promise<number> {
  const port = await listenOn(0);
  if (port === undefined) throw new Error('There is no free port.');
  return port;
}

/** The first of so many free ports in a row, as COUNTERSIGN_PORTS wants them. */
export async function freePortRow(length: number): Promise<number> {
  for (;;) {
    const first = await freePort();
    const row = Array.from({ length }, (_, index) => first + index);
    if (first + length > 65_000) continue;
    const taken = await Promise.all(row.map(listenOn));
    if (!taken.includes(undefined)) return first;
  }
}

/** Throws, with whatever holds it, when a port is taken. */
export async function mustBeFree(names: ReadonlyMap<string, number>): Promise<void> {
  const taken: string[] = [];
  for (const [name, port] of names) {
    if ((await listenOn(port)) !== undefined) continue;
    taken.push(`Port ${port} (${name}) is in use by ${holderOf(port) ?? 'another program'}.`);
  }
  if (taken.length > 0)
    throw new Error(
      `${taken.join('\n')}\nStop it, or move the whole house: COUNTERSIGN_PORTS=5000 npm start`,
    );
}
