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
