import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import pg from 'pg';
import { filesIn } from './files.js';
import {
  type Counts,
  FORMAT,
  linesOf,
  type Manifest,
  type Migrated,
  type Part,
  type Table,
} from './format.js';

export type BackupOptions = {
  /** Of the owner of the tables, or of whoever is above row-level security. */
  readonly url: string;
  readonly file: string;
  /** Where files that were sent lie on this disk. */
  readonly folder?: string | undefined;
  readonly now: Date;
};

const ROWS_AT_ONCE = 1_000;
const name = pg.escapeIdentifier;

const TABLES = `SELECT c.relname AS name,
    json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod)) ORDER BY a.attnum) AS columns
  FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
  WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
    AND c.relname <> '_prisma_migrations'
  GROUP BY c.relname ORDER BY c.relname`;

const isJson = (type: string) => type === 'json' || type === 'jsonb';

/** A null of JSON is not the database's: such columns travel as text. */
const selected = ({ name: table, columns }: Table): string =>
  `SELECT row_to_json(x)::text AS json FROM (SELECT ${columns
    .map((column) => (isJson(column.type) ? `${name(column.name)}::text` : name(column.name)))
    .join(', ')} FROM ${name(table)}) x`;

async function* rowsOf(client: pg.Client, table: Table): AsyncGenerator<Part> {
  yield { kind: 'table', table };
  await client.query(`DECLARE rows_of_table NO SCROLL CURSOR FOR ${selected(table)}`);
  for (;;) {
    const { rows } = await client.query<{ json: string }>(`FETCH ${ROWS_AT_ONCE} FROM rows_of_table`);
    for (const { json } of rows) yield { kind: 'row', json };
    if (rows.length < ROWS_AT_ONCE) break;
  }
  await client.query('CLOSE rows_of_table');
}

async function mustBeOurs(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ there: boolean }>(
    `SELECT to_regclass('public.audit_heads') IS NOT NULL AS there`,
  );
  if (!rows[0]?.there)
    throw new Error('There is nothing of this version in the database: start the house once, or migrate it.');
}

async function manifestOf(client: pg.Client, now: Date): Promise<Manifest> {
  const migrations = await client.query<Migrated>(
    `SELECT migration_name AS name, checksum FROM _prisma_migrations
    WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY 1`,
  );
  const heads = await client.query<Manifest['heads'][number]>(
    'SELECT brand_id AS brand, number, hash FROM audit_heads ORDER BY 1',
  );
  return { format: FORMAT, at: now.toISOString(), migrations: migrations.rows, heads: heads.rows };
}

async function* all(client: pg.Client, { folder, now }: BackupOptions): AsyncGenerator<Part> {
  yield { kind: 'manifest', manifest: await manifestOf(client, now) };
  for (const table of (await client.query<Table>(TABLES)).rows) yield* rowsOf(client, table);
  // After the rows: a file is there before its row is, and so none of them is missing.
  if (folder !== undefined) yield* filesIn(folder);
}

/** Everything as it was in one moment, while the house goes on. A file is there when it is whole, and not before. */
export async function writeBackup(options: BackupOptions): Promise<Counts> {
  const client = new pg.Client({ connectionString: options.url });
  await client.connect();
  const half = `${options.file}.part`;
  let counts: Counts = { rows: 0, files: 0 };
  try {
    // Rows that row-level security hides would be missing: then this is refused.
    await mustBeOurs(client);
    await client.query('SET row_security = off');
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const lines = linesOf(all(client, options), (counted) => {
      counts = counted;
    });
    await pipeline(Readable.from(lines), createGzip(), createWriteStream(half, { mode: 0o600 }));
    await rename(half, options.file);
    return counts;
  } catch (error) {
    await rm(half, { force: true });
    throw error;
  } finally {
    await client.end();
  }
}
