import pg from 'pg';

type Column = { name: string; type: string; open: boolean };
type Table = { name: string; columns: Column[] };

const TABLES = `
  SELECT c.relname AS name, json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, NULL),
    'open', NOT a.attnotnull OR a.atthasdef OR a.attidentity <> '') ORDER BY a.attnum) AS columns
  FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
  WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
    AND (c.relname = 'brands' OR EXISTS (
      SELECT FROM pg_attribute b WHERE b.attrelid = c.oid AND b.attname = 'brand_id' AND NOT b.attisdropped))
  GROUP BY c.relname ORDER BY c.relname`;

const samples: Record<string, string> = {
  uuid: 'gen_random_uuid()',
  text: 'gen_random_uuid()::text',
  smallint: '1',
  integer: '1',
  bigint: '1',
  boolean: 'true',
  'double precision': '1',
  date: "'2026-11-28'",
  'timestamp with time zone': "'2026-11-28T12:00:00Z'",
  jsonb: "'{}'",
  bytea: "'\\x00'",
  'text[]': "'{}'",
  'uuid[]': "'{}'",
};

function sampleOf({ name, type }: Column): string {
  const sample = samples[type];
  if (!sample) throw new Error(`The column ${name} is of the type ${type}: say here what to fill it with.`);
  return sample;
}

/** One row of each brand in every table of brands, whatever its columns. Answers the tables. */
export async function fillEveryTable(
  adminUrl: string,
  brands: readonly string[],
): Promise<readonly string[]> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    // No foreign key is asked: a row is there to be seen, not to be right.
    await client.query("SET session_replication_role = 'replica'");
    const { rows: tables } = await client.query<Table>(TABLES);
    for (const { name, columns } of tables)
      for (const brand of brands) {
        const own = name === 'brands' ? 'id' : 'brand_id';
        const filled = columns.filter((column) => !column.open || column.name === own);
        const values = filled.map((column) => (column.name === own ? `'${brand}'` : sampleOf(column)));
        const names = filled.map((column) => `"${column.name}"`);
        await client.query(`INSERT INTO "${name}" (${names.join(', ')}) VALUES (${values.join(', ')})`);
      }
    return tables.map(({ name }) => name);
  } finally {
    await client.end();
  }
}
