import { freePortRow, isFree } from '@countersign/ports';
import { holderOf } from './holder.js';

export type Ports = {
  readonly idp: number;
  readonly api: number;
  readonly brandSite: number;
  readonly workspace: number;
  readonly database: number;
};

export const usualPorts: Ports = { idp: 4000, api: 4100, brandSite: 4200, workspace: 4300, database: 4432 };

export async function freePorts(): Promise<Ports> {
  const idp = await freePortRow(5);
  return { idp, api: idp + 1, brandSite: idp + 2, workspace: idp + 3, database: idp + 4 };
}

/** Throws, with whatever holds it, when a port is taken. */
export async function mustBeFree(names: ReadonlyMap<string, number>): Promise<void> {
  const taken: string[] = [];
  for (const [name, port] of names) {
    if (await isFree(port)) continue;
    taken.push(`Port ${port} (${name}) is in use by ${holderOf(port) ?? 'another program'}.`);
  }
  if (taken.length > 0)
    throw new Error(
      `${taken.join('\n')}\nStop it, or move the whole house: COUNTERSIGN_PORTS=5000 npm start`,
    );
}
