import { join } from 'node:path';
import { type Embedded, makeRoles, migrate, startEmbedded } from '@countersign/database';
import type { Secrets } from './secrets.js';

export type HouseDatabase = {
  /** As `countersign_api`. */
  readonly apiUrl: string;
  readonly applied: readonly string[];
  stop(): Promise<void>;
};

export type HouseDatabaseOptions = {
  readonly dataDir: string;
  readonly port: number;
  readonly secrets: Secrets;
  readonly url: string | undefined;
  readonly onLost: (message: string) => void;
};

/** The database of the house: the embedded one, or whatever `DATABASE_URL` names. Roles made, migrations applied. */
export async function openDatabase(options: HouseDatabaseOptions): Promise<HouseDatabase> {
  const { secrets, url } = options;
  const embedded = url ? undefined : await embeddedFor(options);
  try {
    const urls = await makeRoles(url ?? embedded?.url ?? '', secrets);
    const applied = await migrate(urls.owner);
    return { apiUrl: urls.api, applied, stop: async () => embedded?.stop() };
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
}

const embeddedFor = ({ dataDir, port, secrets, onLost }: HouseDatabaseOptions): Promise<Embedded> =>
  startEmbedded({
    folder: join(dataDir, 'database'),
    port,
    password: secrets.databasePassword,
    database: 'countersign',
    onLost,
  });
