import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeRoles, migrate, removeEmbedded, startEmbedded } from '@countersign/database';
import { freePort } from '@countersign/ports';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Readiness } from '../dist/common/readiness.js';
import { Answer } from './house/answer.js';
import { type House, openHouse } from './house/house.js';

/** A server of its own: this one is stopped. */
const parent = mkdtempSync(join(tmpdir(), 'countersign-health-'));
chmodSync(parent, 0o755);
const folder = join(parent, 'data');
const password = randomBytes(12).toString('hex');
let database: { folder: string; port: number; password: string; database: string };
let owner: string;
let house: House;

const ask = async (path: string) => Answer.of(await fetch(`${house.url}/health/${path}`));
/** Until it says so: the line to the database comes back by itself, in its own time. */
async function until(status: string): Promise<void> {
  for (;;) {
    const { text } = await ask('ready');
    if (text.includes(status)) return;
  }
}

beforeAll(async () => {
  database = { folder, port: await freePort(), password, database: 'health' };
  const server = await startEmbedded(database);
  const urls = await makeRoles(server.url, {
    ownerPassword: 'owner-of-health',
    apiPassword: 'api-of-health',
  });
  owner = urls.owner;
  house = await openHouse({ DATABASE_URL: urls.api });
});
afterAll(async () => {
  await house.close();
  await removeEmbedded(folder);
  rmSync(parent, { recursive: true, force: true });
});

test('a database that is not migrated is not ready, and is once it is', async () => {
  const before = await ask('ready');
  expect(before.problem()).toMatchObject({ code: 'service_unavailable', status: 503 });
  expect(before.problem().detail).toBe('unready, notices up, database up, schema down');
  await migrate(owner);
  expect((await ask('ready')).json()).toEqual({
    status: 'ready',
    parts: { notices: 'up', database: 'up', schema: 'up' },
  });
});

test('while PostgreSQL is stopped the service lives and is not ready; when it is back, it is', async () => {
  const server = await startEmbedded(database);
  await server.stop();
  await until('notices down');
  const answer = await ask('ready');
  expect(answer.problem().detail).toBe('unready, notices down, database down, schema up');
  expect(answer.text).not.toMatch(/127\.0\.0\.1|ECONN|postgres/i);
  expect((await ask('live')).json()).toEqual({ status: 'live' });
  await startEmbedded(database);
  await until('"status":"ready"');
});

test('a process on its way out is not ready, and lives', async () => {
  house.app.get(Readiness).drain();
  expect((await ask('ready')).problem().detail).toMatch(/^draining, /);
  expect((await ask('live')).status).toBe(200);
});
