import { resolve } from 'node:path';
import {
  type Embedded,
  embeddedRuns,
  restoreBackup,
  startEmbedded,
  writeBackup,
} from '@countersign/database';
import { environment } from '../env.js';
import { attachmentsIn, databaseIn, erasuresIn, secretsIn, usualPorts } from '../house/index.js';

const size = (rows: number, files: number) => `${rows} rows, ${files} files`;

type Here = { readonly url: string; stop(): Promise<void> };

/** The database of the house of this folder, or the one that the environment names. One that did not run stops again. */
async function databaseHere(): Promise<Here> {
  const { databaseUrl, dataDir, ports } = environment;
  if (databaseUrl) return { url: databaseUrl, stop: async () => undefined };
  const folder = databaseIn(dataDir);
  const ran = await embeddedRuns(folder);
  const embedded: Embedded = await startEmbedded({
    folder,
    port: ports === undefined ? usualPorts.database : Number(ports) + 4,
    password: secretsIn(dataDir).databasePassword,
    database: 'countersign',
  });
  return { url: embedded.url, stop: async () => (ran ? undefined : embedded.stop()) };
}

const inCallersFolder = (file: string): string => resolve(environment.calledFrom, file);

/** Writes all that the house remembers into one file, while it runs. */
export async function backup([file]: readonly string[]): Promise<number> {
  if (file === undefined) throw new Error('npm run backup -- FILE');
  const target = inCallersFolder(file);
  const database = await databaseHere();
  try {
    const { rows, files } = await writeBackup({
      url: database.url,
      file: target,
      folder: attachmentsIn(environment.dataDir),
      now: new Date(),
    });
    process.stdout.write(
      `${target}: ${size(rows, files)}. What is sealed in it opens by the master key, which is not in it.\n`,
    );
    return 0;
  } finally {
    await database.stop();
  }
}

/** Puts what a backup holds in the place of what is there. The house must not run. */
export async function restore(args: readonly string[]): Promise<number> {
  const replace = args.includes('--replace');
  const [file, ...others] = args.filter((one) => one !== '--replace');
  if (file === undefined || others.length > 0) throw new Error('npm run restore -- FILE [--replace]');
  const { dataDir } = environment;
  const database = await databaseHere();
  try {
    const restored = await restoreBackup({
      adminUrl: database.url,
      roles: secretsIn(dataDir),
      file: inCallersFolder(file),
      folder: attachmentsIn(dataDir),
      erasures: erasuresIn(dataDir),
      replace,
      now: new Date(),
    });
    process.stdout.write(
      `Restored as of ${restored.from}: ${size(restored.rows, restored.files)}. Erased again: ${restored.erased}.\n`,
    );
    return 0;
  } finally {
    await database.stop();
  }
}
