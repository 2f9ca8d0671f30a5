import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeRoles, migrate, type RoleUrls, startEmbedded } from '../dist/index.js';
import { fillEveryTable } from './every-table.js';
import { ask, type Site, site } from './postgres.js';

const LARKSPUR = '01890000-0000-7000-8000-00000000000a';
const JUNIPER = '01890000-0000-7000-8000-00000000000b';
/** What is of no brand: a browser's own proofs of possession. */
const NOBODYS = ['used_possessions'];

let place: Site;
let urls: RoleUrls;
let admin: string;
let tables: readonly string[];
let api: pg.Client;
beforeAll(async () => {
  place = await site();
  const server = await startEmbedded(place.options);
  admin = server.url;
  urls = await makeRoles(admin, { ownerPassword: 'of-the-owner', apiPassword: 'of-the-api' });
  await migrate(urls.owner);
  tables = await fillEveryTable(admin, [LARKSPUR, JUNIPER]);
  api = new pg.Client({ connectionString: urls.api });
  await api.connect();
});
afterAll(async () => {
  await api.end();
  await place.clear();
});

const within = (brand: string) => api.query("SELECT set_config('countersign.brand', $1, false)", [brand]);
const brandColumn = (table: string) => (table === 'brands' ? 'id' : 'brand_id');
/** How many rows of whom. */
async function seen(table: string): Promise<Record<string, number>> {
  const column = brandColumn(table);
  const { rows } = await api.query<{ brand: string; rows: number }>(
    `SELECT ${column} AS brand, count(*)::int AS rows FROM "${table}" GROUP BY 1`,
  );
  return Object.fromEntries(rows.map(({ brand, rows: count }) => [brand, count]));
}
/** What a statement would do, and then has not done. */
async function tried(statement: string): Promise<number> {
  await api.query('BEGIN');
  try {
    return (await api.query(statement)).rowCount ?? 0;
  } finally {
    await api.query('ROLLBACK');
  }
}

/** What is only ever added to is not changed at all. */
function unlessForbidden(error: { code?: string }): number {
  if (error.code !== '42501') throw error;
  return 0;
}

describe('in every table there is', () => {
  test('rows of two brands lie, to whoever stands above the wall', async () => {
    for (const table of tables) {
      const rows = await ask<{ brand: string }>(
        admin,
        `SELECT DISTINCT ${brandColumn(table)}::text AS brand FROM "${table}" ORDER BY 1`,
      );
      expect([table, rows.map(({ brand }) => brand)]).toEqual([table, [LARKSPUR, JUNIPER]]);
    }
    expect(tables.length).toBeGreaterThan(25);
  });

  test('a question that forgets the brand is answered with rows of one', async () => {
    await within(JUNIPER);
    for (const table of tables) expect([table, await seen(table)]).toEqual([table, { [JUNIPER]: 1 }]);
  });

  test('whoever has not said of which brand they are sees nothing', async () => {
    for (const nobody of ['', '01890000-0000-7000-8000-00000000000c']) {
      await within(nobody);
      for (const table of tables) expect([table, await seen(table)]).toEqual([table, {}]);
    }
  });

  test('a deletion that forgets the brand takes no row of another', async () => {
    await within(LARKSPUR);
    for (const table of tables) {
      const column = brandColumn(table);
      const others = `WHERE ${column} = '${JUNIPER}'`;
      for (const statement of [
        `DELETE FROM "${table}" ${others}`,
        `UPDATE "${table}" SET ${column} = ${column} ${others}`,
      ])
        expect([statement, await tried(statement).catch(unlessForbidden)]).toEqual([statement, 0]);
    }
  });

  test('a row of another brand is not written', async () => {
    await within(LARKSPUR);
    for (const table of tables) {
      // All columns are null but one: the wall is asked before anything else is.
      const insert = tried(`INSERT INTO "${table}" (${brandColumn(table)}) VALUES ('${JUNIPER}')`);
      await expect(insert, table).rejects.toThrow(
        new RegExp(`row-level security policy for table "${table}"|permission denied for table ${table}`),
      );
    }
  });
});

describe('the catalogue of the database says that', () => {
  const asked = (sql: string) =>
    ask<{ what: string }>(admin, sql).then((rows) => rows.map(({ what }) => what));

  test('every table has a brand and the policy for it, but those of nobody', async () => {
    const open = await asked(`
      SELECT c.relname AS what FROM pg_class c
      WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'f', 'm') AND NOT (c.relrowsecurity
        AND EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND p.polname = 'of_the_brand'))`);
    expect(open.filter((name) => !NOBODYS.includes(name))).toEqual(['_prisma_migrations']);
    const policies = await asked(`
      SELECT DISTINCT regexp_replace(concat(cmd, ' ', permissive, ' ', roles::text, ' ', qual = coalesce(with_check, qual), ' ', qual),
        '^(.*\\()(id|brand_id) = ', '\\1brand = ') AS what FROM pg_policies WHERE schemaname = 'public'`);
    expect(policies).toEqual([
      "ALL PERMISSIVE {public} t (brand = (NULLIF(current_setting('countersign.brand'::text, true), ''::text))::uuid)",
    ]);
  });

  test('the service may read and write rows of tables, and of no partition', async () => {
    const rights = await asked(`
      SELECT DISTINCT g.privilege_type AS what FROM information_schema.role_table_grants g
      WHERE g.grantee = 'countersign_api' ORDER BY 1`);
    expect(rights).toEqual(['DELETE', 'INSERT', 'SELECT', 'UPDATE']);
    const partitions = await asked(`
      SELECT c.relname AS what FROM pg_class c WHERE c.relispartition AND c.relkind = 'r'
        AND (has_table_privilege('countersign_api', c.oid, 'SELECT, INSERT, UPDATE, DELETE')
          OR has_schema_privilege('countersign_api', c.relnamespace, 'USAGE') AND NOT c.relrowsecurity)`);
    const schemas = await asked(`
      SELECT nspname AS what FROM pg_namespace
      WHERE nspname NOT LIKE 'pg\\_%' AND has_schema_privilege('countersign_api', oid, 'USAGE') ORDER BY 1`);
    expect(schemas).toEqual(['information_schema', 'public']);
    expect(partitions).toEqual([]);
    const ofMigrations = await asked(`
      SELECT right_of AS what FROM unnest('{SELECT,INSERT,UPDATE,DELETE}'::text[]) AS right_of
      WHERE has_table_privilege('countersign_api', '_prisma_migrations', right_of)`);
    expect(ofMigrations).toEqual(['SELECT']);
  });

  test('the service owns nothing, is a member of nobody and bypasses nothing', async () => {
    const owned = await asked(`
      SELECT relname AS what FROM pg_class WHERE relowner = 'countersign_api'::regrole
      UNION ALL SELECT proname FROM pg_proc WHERE proowner = 'countersign_api'::regrole
      UNION ALL SELECT nspname FROM pg_namespace WHERE nspowner = 'countersign_api'::regrole
      UNION ALL SELECT datname FROM pg_database WHERE datdba = 'countersign_api'::regrole`);
    expect(owned).toEqual([]);
    const memberOf = await asked(`
      SELECT rolname AS what FROM pg_roles r WHERE rolname <> 'countersign_api' AND pg_has_role('countersign_api', r.oid, 'MEMBER')`);
    expect(memberOf).toEqual([]);
    const mighty = await asked(`
      SELECT rolname AS what FROM pg_roles WHERE rolname IN ('countersign_owner', 'countersign_api')
        AND (rolsuper OR rolbypassrls OR rolcreaterole OR rolreplication)`);
    expect(mighty).toEqual([]);
  });

  test('no view looks over the wall', async () => {
    const views = await asked(`
      SELECT c.relname AS what FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'v'
        AND NOT coalesce(c.reloptions::text LIKE '%security_invoker=true%', false)`);
    expect(views).toEqual([]);
  });
});

test.each([
  ['ALTER TABLE messages DISABLE ROW LEVEL SECURITY', 'must be owner'],
  ['ALTER TABLE messages NO FORCE ROW LEVEL SECURITY', 'must be owner'],
  ['DROP POLICY of_the_brand ON messages', 'must be owner'],
  ['CREATE POLICY mine ON messages USING (true)', 'must be owner'],
  ['TRUNCATE messages', 'permission denied'],
  ['SELECT raise_the_wall()', 'permission denied'],
  ['SET ROLE countersign_owner', 'permission denied'],
  ['SET SESSION AUTHORIZATION countersign_owner', 'permission denied'],
  ['SET row_security = off; SELECT * FROM messages', 'affected by row-level security'],
  [
    "CREATE FUNCTION public.mine() RETURNS int LANGUAGE sql SECURITY DEFINER AS 'SELECT 1'",
    'permission denied',
  ],
  ['CREATE TABLE mine AS SELECT * FROM messages', 'permission denied'],
  ['COPY messages FROM STDIN', 'COPY FROM not supported with row-level security'],
  ["COPY messages TO PROGRAM 'cat'", 'permission denied'],
])('the service cannot: %s', async (statement, refusal) => {
  await within(LARKSPUR);
  await expect(tried(statement)).rejects.toThrow(refusal);
});

test('a table that forgets the wall gets it with the migration that makes it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'countersign-migrations-'));
  mkdirSync(join(folder, '20990101000000_latecomers'));
  const sql = `
    CREATE TABLE latecomers (brand_id uuid, word text) PARTITION BY HASH (brand_id);
    CREATE TABLE latecomers_0 PARTITION OF latecomers FOR VALUES WITH (MODULUS 1, REMAINDER 0);
    INSERT INTO latecomers VALUES ('${JUNIPER}', 'secret');`;
  writeFileSync(join(folder, '20990101000000_latecomers/migration.sql'), sql);
  await migrate(urls.owner, pathToFileURL(`${folder}/`));
  await within(LARKSPUR);
  expect(await tried('SELECT * FROM latecomers')).toBe(0);
  await expect(tried('SELECT * FROM latecomers_0')).rejects.toThrow('permission denied');
  await within(JUNIPER);
  expect(await tried('SELECT * FROM latecomers')).toBe(1);
  rmSync(folder, { recursive: true });
});
