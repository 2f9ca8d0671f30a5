import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Embedded, makeRoles, migrate, startEmbedded } from '../dist/index.js';
import { ask, type Site, site } from './postgres.js';

const passwords = { ownerPassword: 'of-the-owner', apiPassword: 'of-the-api' };
let place: Site;
let server: Embedded;
let administrator: string;
beforeAll(async () => {
  place = await site();
  server = await startEmbedded(place.options);
  administrator = server.url.replace(/\/countersign$/, '/postgres');
});
// A server as new for each, without a new server: roles are of all its databases, and go with the one that has what they own.
beforeEach(async () => {
  await ask(administrator, 'DROP DATABASE countersign WITH (FORCE)');
  for (const role of ['countersign_api', 'countersign_owner', 'admin'])
    await ask(administrator, `DROP ROLE IF EXISTS ${role}`);
  await ask(administrator, 'CREATE DATABASE countersign');
});
afterAll(() => place.clear());

test('migrations applied twice are applied once', async () => {
  const { owner } = await makeRoles(server.url, passwords);
  expect((await migrate(owner)).length).toBeGreaterThan(0);
  expect(await migrate(owner)).toEqual([]);
});

test('two starts at once apply each migration once', async () => {
  const { owner } = await makeRoles(server.url, passwords);
  const [one = [], two = []] = await Promise.all([migrate(owner), migrate(owner)]);
  expect(new Set([...one, ...two]).size).toBe(one.length + two.length);
});

test('a migration that was changed after it was applied is named', async () => {
  const { owner } = await makeRoles(server.url, passwords);
  const folder = mkdtempSync(join(tmpdir(), 'countersign-migrations-'));
  const file = join(folder, '20260101000000_first/migration.sql');
  mkdirSync(join(folder, '20260101000000_first'));
  writeFileSync(file, 'CREATE TABLE first (id int);');
  const from = pathToFileURL(`${folder}/`);
  expect(await migrate(owner, from)).toEqual(['20260101000000_first']);
  writeFileSync(file, 'CREATE TABLE first (id bigint);');
  await expect(migrate(owner, from)).rejects.toThrow('20260101000000_first was changed');
  rmSync(folder, { recursive: true });
});

test('the API’s role is no superuser, and row-level security holds for it', async () => {
  const { api } = await makeRoles(server.url, passwords);
  const [role] = await ask(
    api,
    'SELECT rolsuper, rolbypassrls, rolcreaterole FROM pg_roles WHERE rolname = current_user',
  );
  expect(role).toEqual({ rolsuper: false, rolbypassrls: false, rolcreaterole: false });
});

test('the API’s role writes what the owner made, and makes nothing itself', async () => {
  const { owner, api } = await makeRoles(server.url, passwords);
  await ask(owner, 'CREATE TABLE ours (id int)');
  await ask(api, 'INSERT INTO ours VALUES (1)');
  await expect(ask(api, 'CREATE TABLE mine (id int)')).rejects.toThrow('permission denied');
  await expect(ask(api, 'DROP TABLE ours')).rejects.toThrow('must be owner');
});

test('roles made twice take the newest passwords', async () => {
  await makeRoles(server.url, passwords);
  const { api } = await makeRoles(server.url, { ...passwords, apiPassword: 'another' });
  expect(await ask(api, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
});

const as = (user: string) => {
  const url = new URL(server.url);
  url.username = user;
  url.password = 'of-the-admin';
  return url.toString();
};

test('an administrator who is no superuser, as a hosted database gives one, can make them', async () => {
  await ask(server.url, "CREATE ROLE admin LOGIN CREATEROLE PASSWORD 'of-the-admin'");
  await ask(server.url, 'ALTER DATABASE countersign OWNER TO admin');
  const { owner, api } = await makeRoles(as('admin'), passwords);
  await makeRoles(as('admin'), passwords);
  expect((await migrate(owner)).length).toBeGreaterThan(0);
  expect(await ask(api, 'SELECT count(*)::int AS brands FROM brands')).toEqual([{ brands: 0 }]);
});

test('whoever may not make roles is told what is missing', async () => {
  await ask(server.url, "CREATE ROLE admin LOGIN PASSWORD 'of-the-admin'");
  await expect(makeRoles(as('admin'), passwords)).rejects.toThrow('must name a role that may create roles');
});

test('a role that stands above row-level security is refused', async () => {
  await ask(server.url, 'CREATE ROLE countersign_api LOGIN BYPASSRLS');
  await expect(makeRoles(server.url, passwords)).rejects.toThrow('bypasses row-level security');
});
