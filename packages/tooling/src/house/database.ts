import { join } from 'node:path';
import { type Embedded, makeRoles, migrate, startEmbedded } from '@countersign/database';
import { mustBeFree } from './ports.js';
import type { Secrets } from './secrets.js';

export type HouseDatabase = {
  /** As `countersign_api`. */
  readonly apiUrl: string;
  readonly applied: readonly string[];
  stop(): Promise<void>;
};

/** The database of the house: the embedded one, or whatever `DATABASE_URL` names. Roles made, migrations applied. */
export async function openDatabase(
  dataDir: string,
  port: number,
  secrets: Secrets,
  url?: string,
): Promise<HouseDatabase> {
  const embedded = url ? undefined : await embeddedIn(dataDir, port, secrets.databasePassword);
  const urls = await makeRoles(url ?? embedded?.url ?? '', secrets);
  const applied = await migrate(urls.owner);
  return { apiUrl: urls.api, applied, stop: async () => embedded?.stop() };
}

async function embeddedIn(dataDir: string, port: number, password: string): Promise<Embedded> {
  try {
    return await startEmbedded({
      folder: join(dataDir, 'database'),
      port,
      password,
      database: 'countersign',
    });
  } catch (error) {
    // Where the port is the reason, its holder is the better answer.
    await mustBeFree(new Map([['database', port]]));
    throw error;
  }
}
