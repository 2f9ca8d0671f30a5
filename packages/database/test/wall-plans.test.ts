import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeRoles, migrate, startEmbedded } from '../dist/index.js';
import { type Site, site } from './postgres.js';

const BRAND = '01890000-0000-7000-8000-00000000000a';
let place: Site;
let owner: pg.Client;
let api: pg.Client;
beforeAll(async () => {
  place = await site();
  const server = await startEmbedded(place.options);
  const urls = await makeRoles(server.url, { ownerPassword: 'of-the-owner', apiPassword: 'of-the-api' });
  await migrate(urls.owner);
  owner = new pg.Client({ connectionString: urls.owner });
  api = new pg.Client({ connectionString: urls.api });
  await Promise.all([owner.connect(), api.connect()]);
  await api.query("SELECT set_config('countersign.brand', $1, false)", [BRAND]);
});
afterAll(async () => {
  await Promise.all([owner.end(), api.end()]);
  await place.clear();
});

async function planOf(client: pg.Client, question: string): Promise<string[]> {
  // By index, as where there are rows.
  await client.query('SET enable_seqscan = off; SET enable_bitmapscan = off');
  const { rows } = await client.query<{ 'QUERY PLAN': string }>(`EXPLAIN (COSTS off) ${question}`);
  return rows.map((row) => row['QUERY PLAN']);
}
const scans = (plan: readonly string[]) =>
  plan.flatMap((line) => /(Index.* Scan using \S+|Seq Scan)/.exec(line)?.[1] ?? []);

test.each([
  ['a session', `SELECT FROM sessions WHERE brand_id = '${BRAND}' AND id = '${BRAND}'`],
  [
    'a session with whose it is',
    `SELECT FROM sessions s JOIN connections c ON c.brand_id = s.brand_id AND c.id = s.connection_id
      LEFT JOIN consumers p ON p.brand_id = s.brand_id AND p.id = s.consumer_id
      WHERE s.brand_id = '${BRAND}' AND s.id = '${BRAND}'`,
  ],
  [
    'a page of messages',
    `SELECT FROM messages WHERE brand_id = '${BRAND}' AND conversation_id = '${BRAND}' AND number > 5 ORDER BY number LIMIT 50`,
  ],
  [
    'an open conversation',
    `SELECT FROM conversations WHERE brand_id = '${BRAND}' AND consumer_id = '${BRAND}' AND state <> 'ended'`,
  ],
])('%s is found by the index it had, and the wall is asked once, not for each row', async (_, question) => {
  const walled = await planOf(api, question);
  expect(
    walled.some((line) => line.includes('One-Time Filter: ') && line.includes('countersign.brand')),
  ).toBe(true);
  const perRow = walled.filter((line) => !line.includes('One-Time') && line.includes('countersign.brand'));
  expect(perRow).toEqual([]);
  const open = await planOf(owner, question);
  expect(scans(walled)).toEqual(scans(open));
  expect(scans(walled).filter((scan) => scan === 'Seq Scan')).toEqual([]);
});
