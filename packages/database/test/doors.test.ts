import { readFileSync } from 'node:fs';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeRoles, migrate, type RoleUrls, startEmbedded } from '../dist/index.js';
import { ask, type Site, site } from './postgres.js';

const DECISION = new URL(
  '../../../docs/decisions/0022-brands-are-kept-apart-by-the-database.md',
  import.meta.url,
);
type Door = { name: string; path: string[] | null; open: boolean; service: boolean };

let place: Site;
let urls: RoleUrls;
let doors: readonly Door[];
beforeAll(async () => {
  place = await site();
  const server = await startEmbedded(place.options);
  urls = await makeRoles(server.url, { ownerPassword: 'of-the-owner', apiPassword: 'of-the-api' });
  await migrate(urls.owner);
  doors = await ask<Door>(
    server.url,
    `SELECT p.proname AS name, p.proconfig AS path,
      has_function_privilege('public', p.oid, 'EXECUTE') AS open,
      has_function_privilege('countersign_api', p.oid, 'EXECUTE') AS service
    FROM pg_proc p
    WHERE p.prosecdef AND p.prorettype <> 'trigger'::regtype AND p.pronamespace = 'public'::regnamespace ORDER BY p.proname`,
  );
});
afterAll(() => place.clear());

test('every door in the wall is listed with its reason, and no other is', () => {
  const rows = readFileSync(DECISION, 'utf8').matchAll(/^\| (`.+) \| .+ \|$/gm);
  const listed = [...rows].flatMap(([, names]) =>
    [...(names ?? '').matchAll(/`(\w+)`/g)].map(([, name]) => name),
  );
  expect(listed.sort()).toEqual(doors.map(({ name }) => name));
});

test('a door is for the service alone and looks for tables in its own schema first', () => {
  for (const door of doors)
    expect(door).toMatchObject({
      open: false,
      service: true,
      path: ['search_path=public, pg_temp'],
    });
});

test('a table that a caller puts before the real one is not looked at by a door', async () => {
  const api = new pg.Client({ connectionString: urls.api });
  await api.connect();
  await api.query('CREATE TEMP TABLE brands (id uuid, slug text)');
  await api.query("INSERT INTO brands VALUES (gen_random_uuid(), 'planted')");
  expect((await api.query("SELECT slug FROM brands WHERE slug = 'planted'")).rowCount).toBe(1);
  expect((await api.query("SELECT brand_by_slug('planted') AS brand")).rows).toEqual([{ brand: null }]);
  await api.end();
});
