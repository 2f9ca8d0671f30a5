import pg from 'pg';
import { FileWriter } from './files.js';
import { type Counts, partsOf, type Table } from './format.js';

const ROWS_AT_ONCE = 500;
const name = pg.escapeIdentifier;
const isJson = (type: string) => type === 'json' || type === 'jsonb';

/** Checked once, at the end: rows come table by table, whoever refers to whom. */
async function deferReferences(client: pg.Client): Promise<() => Promise<void>> {
  const { rows } = await client.query<{ table: string; name: string; text: string }>(
    `SELECT c.conrelid::regclass::text AS "table", c.conname AS name, pg_get_constraintdef(c.oid) AS text
    FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid
    WHERE c.contype = 'f' AND c.connamespace = 'public'::regnamespace AND c.conparentid = 0`,
  );
  for (const one of rows) await client.query(`ALTER TABLE ${one.table} DROP CONSTRAINT ${name(one.name)}`);
  return async () => {
    for (const one of rows)
      await client.query(`ALTER TABLE ${one.table} ADD CONSTRAINT ${name(one.name)} ${one.text}`);
  };
}

/** What a trigger would add was added when the row was first written. */
async function silenceTriggers(client: pg.Client, tables: readonly string[], how: 'DISABLE' | 'ENABLE') {
  for (const table of tables) await client.query(`ALTER TABLE ${name(table)} ${how} TRIGGER USER`);
}

function inserting({ name: table, columns }: Table): string {
  const names = columns.map((column) => name(column.name)).join(', ');
  const read = columns.map((column) => `${name(column.name)} ${isJson(column.type) ? 'text' : column.type}`);
  const cast = columns.map((column) =>
    isJson(column.type) ? `x.${name(column.name)}::${column.type}` : `x.${name(column.name)}`,
  );
  return `INSERT INTO ${name(table)} (${names}) SELECT ${cast.join(', ')} FROM json_to_recordset($1::json) AS x(${read.join(', ')})`;
}

/** Into tables as they were when the backup was made, all or nothing. Files into a folder of their own. */
export async function loadBackup(url: string, file: string, folder: string): Promise<Counts> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const files = new FileWriter(folder);
  const counts = { rows: 0, files: 0 };
  const tables: string[] = [];
  let table: Table | undefined;
  let waiting: string[] = [];
  const flush = async () => {
    if (table && waiting.length > 0) await client.query(inserting(table), [`[${waiting.join(',')}]`]);
    counts.rows += waiting.length;
    waiting = [];
  };
  try {
    await client.query('BEGIN');
    const checkReferences = await deferReferences(client);
    for await (const part of partsOf(file)) {
      if (part.kind === 'row') {
        waiting.push(part.json);
        if (waiting.length >= ROWS_AT_ONCE) await flush();
        continue;
      }
      await flush();
      if (part.kind === 'table') {
        table = part.table;
        tables.push(table.name);
        await silenceTriggers(client, [table.name], 'DISABLE');
      }
      if (part.kind === 'file') {
        counts.files += 1;
        await files.begin(part.path);
      }
      if (part.kind === 'piece') await files.piece(part.bytes);
    }
    await flush();
    await files.end();
    await checkReferences();
    await silenceTriggers(client, tables, 'ENABLE');
    await client.query('COMMIT');
    return counts;
  } finally {
    await client.end();
  }
}
