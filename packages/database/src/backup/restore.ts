import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { knownMigrations, migrate } from '../migrate.js';
import { makeRoles, type Roles } from '../roles.js';
import { erasuresOfDatabase, erasuresOfList, replayErasures } from './erasures.js';
import { type Counts, type Manifest, verifyBackup } from './format.js';
import { loadBackup } from './load.js';

export type RestoreOptions = {
  /** As a role that may create databases and roles. */
  readonly adminUrl: string;
  readonly roles: Roles;
  readonly file: string;
  /** Where files that were sent shall lie. */
  readonly folder: string;
  /** The list of erasures that the service keeps beside the database. */
  readonly erasures: string;
  /** What is there now is given up, but for its list of erasures. */
  readonly replace: boolean;
  readonly now: Date;
};
export type Restored = Counts & { readonly from: string; readonly erased: number };

const name = pg.escapeIdentifier;
const databaseOf = (url: string) => decodeURIComponent(new URL(url).pathname.slice(1));
const inDatabase = (url: string, database: string) => {
  const other = new URL(url);
  other.pathname = `/${encodeURIComponent(database)}`;
  return other.toString();
};

async function asked<Row extends pg.QueryResultRow>(url: string, text: string, values: unknown[] = []) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(text, values)).rows;
  } finally {
    await client.end();
  }
}

/** A backup of a schema that is not known here cannot be read as it was meant. */
async function mustBeKnown({ migrations }: Manifest, file: string): Promise<void> {
  const known = new Map((await knownMigrations()).map((one) => [one.name, one.checksum]));
  for (const one of migrations) {
    const checksum = known.get(one.name);
    if (checksum === undefined)
      throw new Error(
        `${file} is of a newer schema: migration ${one.name} is not known here. Restore it with the version that made it.`,
      );
    if (checksum !== one.checksum)
      throw new Error(`${file} is of another schema: migration ${one.name} was another one there.`);
  }
}

async function isInUse(adminUrl: string): Promise<boolean> {
  const others = await asked(
    adminUrl,
    `SELECT FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()
      AND backend_type = 'client backend'`,
  );
  return others.length > 0;
}

/** Whoever has just been stopped leaves the database a moment later. */
const LEAVING_MS = 3_000;

/** Whoever writes meanwhile would write into what is given up. */
async function mustBeFree({ adminUrl, replace }: RestoreOptions): Promise<void> {
  const until = Date.now() + LEAVING_MS;
  while (await isInUse(adminUrl)) {
    if (Date.now() > until) throw new Error('The database is in use: stop the house first, and every API.');
    await pause(100);
  }
  const [there] = await asked<{ brands: boolean }>(
    adminUrl,
    `SELECT to_regclass('public.brands') IS NOT NULL AS brands`,
  );
  if (replace || !there?.brands) return;
  const [brand] = await asked(adminUrl, 'SELECT FROM brands LIMIT 1');
  if (brand)
    throw new Error('The database is not empty. With --replace it is given up for what the backup holds.');
}

/** The new database takes the name of the old one: whoever looks finds the one or the other, whole. */
async function takeOver(adminUrl: string, fresh: string): Promise<void> {
  const database = databaseOf(adminUrl);
  const server = inDatabase(adminUrl, 'postgres');
  const former = `${database}_former_${fresh.slice(-8)}`;
  await asked(server, `ALTER DATABASE ${name(database)} RENAME TO ${name(former)}`);
  await asked(server, `ALTER DATABASE ${name(fresh)} RENAME TO ${name(database)}`);
  await asked(server, `DROP DATABASE ${name(former)}`);
}

async function swapFolder(folder: string, fresh: string): Promise<void> {
  const former = `${folder}.former`;
  await rm(former, { recursive: true, force: true });
  if (existsSync(folder)) await rename(folder, former);
  if (existsSync(fresh)) await rename(fresh, folder);
  await rm(former, { recursive: true, force: true });
}

/**
 * Reads all of the backup before it touches anything, restores into a database beside, brings that up to date, forgets
 * whoever was erased since, and puts it in the place of the one that was there.
 */
export async function restoreBackup(options: RestoreOptions): Promise<Restored> {
  const { adminUrl, roles, file, folder, now } = options;
  const manifest = await verifyBackup(file);
  await mustBeKnown(manifest, file);
  await mustBeFree(options);
  const erasures = [...(await erasuresOfDatabase(adminUrl)), ...(await erasuresOfList(options.erasures))];
  const fresh = `${databaseOf(adminUrl)}_restored_${randomBytes(4).toString('hex')}`;
  const server = inDatabase(adminUrl, 'postgres');
  const files = `${folder}.restored`;
  await rm(files, { recursive: true, force: true });
  await asked(server, `CREATE DATABASE ${name(fresh)}`);
  try {
    const { owner } = await makeRoles(inDatabase(adminUrl, fresh), roles);
    const then = new Set(manifest.migrations.map((one) => one.name));
    await migrate(owner, undefined, then);
    const counts = await loadBackup(owner, file, files);
    await migrate(owner);
    const erased = await replayErasures(owner, erasures, manifest.at, now);
    await takeOver(adminUrl, fresh);
    await swapFolder(folder, files);
    return { ...counts, erased, from: manifest.at };
  } catch (error) {
    await asked(server, `DROP DATABASE IF EXISTS ${name(fresh)} WITH (FORCE)`);
    await rm(files, { recursive: true, force: true });
    throw error;
  }
}
