import { createHash, randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import pg from 'pg';

const MIGRATIONS = new URL('../prisma/migrations/', import.meta.url);
/** The lock `prisma migrate` takes, so that the two never run at once. */
const LOCK = 72707369;
const TABLE = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL, checksum VARCHAR(64) NOT NULL, finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL, logs TEXT, rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(), applied_steps_count INTEGER NOT NULL DEFAULT 0)`;

type Row = { migration_name: string; checksum: string; finished_at: Date | null };
type Migration = { name: string; sql: string; checksum: string };

/** Of all there are, in their order: what a database must have applied to be as new as this. */
export async function migrationNames(folder: URL = MIGRATIONS): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

async function migrationsIn(folder: URL): Promise<Migration[]> {
  const names = await migrationNames(folder);
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(new URL(`${name}/migration.sql`, folder));
      return { name, sql: sql.toString('utf8'), checksum: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

/** Whether it is applied already. Throws when what was applied is not what stands here. */
function isApplied({ name, checksum }: Migration, row: Row | undefined): boolean {
  if (!row) return false;
  if (!row.finished_at)
    throw new Error(`Migration ${name} failed before; resolve it with "prisma migrate resolve".`);
  if (row.checksum !== checksum)
    throw new Error(`Migration ${name} was changed after it was applied to this database.`);
  return true;
}

async function apply(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  const id = randomUUID();
  await client.query('INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ($1, $2, $3)', [
    id,
    checksum,
    name,
  ]);
  await client.query(sql);
  await client.query(
    'UPDATE _prisma_migrations SET finished_at = now(), applied_steps_count = 1 WHERE id = $1',
    [id],
  );
}

/** Also around tables whose migration forgot it: no table of a brand is open from here on. */
async function raiseTheWall(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ wall: string | null }>(`SELECT to_regproc('raise_the_wall') AS wall`);
  if (rows[0]?.wall) await client.query('SELECT raise_the_wall()');
}

/** What stands here, in order: a backup of another schema shows by it. */
export const knownMigrations = async (): Promise<readonly Pick<Migration, 'name' | 'checksum'>[]> =>
  (await migrationsIn(MIGRATIONS)).map(({ name, checksum }) => ({ name, checksum }));

/**
 * `prisma migrate deploy` without its CLI: the same folder, rows and lock. Answers the names it applied.
 * @param only of all migrations these: for data from when there were no others
 */
export async function migrate(
  url: string,
  folder: URL = MIGRATIONS,
  only?: ReadonlySet<string>,
): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [LOCK]);
    await client.query(TABLE);
    const { rows } = await client.query<Row>(
      'SELECT migration_name, checksum, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL',
    );
    const known = new Map(rows.map((row) => [row.migration_name, row]));
    const applied: string[] = [];
    for (const migration of await migrationsIn(folder)) {
      if (only && !only.has(migration.name)) continue;
      if (isApplied(migration, known.get(migration.name))) continue;
      await apply(client, migration);
      applied.push(migration.name);
    }
    if (applied.length > 0) await raiseTheWall(client);
    return applied;
  } finally {
    await client.end();
  }
}
