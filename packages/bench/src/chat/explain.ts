import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { comeIn, type Reply } from './driver/ours.js';
import { Driver } from './driver.js';
import { askedBy, type House, openHouse } from './house.js';
import type { Ledger } from './ledger.js';
import { type Explained, type Finding, findingsIn } from './plans.js';
import { Running } from './running.js';

export type ExplainAmounts = { readonly stored: number };
export type ExplainResult = { readonly stored: number; readonly findings: readonly Finding[] };

const ROOM = '/var/tmp';
const FOLDER = 'plans';
const LARGE = 10_000;
const TALK_MS = 500;

/** The server writes each plan it has run into a file of its own, with the statement as the service wrote it. */
const settings = {
  shared_preload_libraries: 'auto_explain',
  logging_collector: 'on',
  log_destination: 'jsonlog',
  log_directory: FOLDER,
  log_filename: 'plans.log',
  log_rotation_age: '0',
  log_rotation_size: '0',
};
const telling = {
  'auto_explain.log_format': 'json',
  'auto_explain.log_analyze': 'on',
  'auto_explain.log_timing': 'off',
  'auto_explain.log_nested_statements': 'on',
};

async function tell({ client }: Ledger, on: boolean): Promise<void> {
  const all = { ...telling, 'auto_explain.log_min_duration': on ? '0' : '-1' };
  for (const [name, value] of Object.entries(all))
    await client.query(`ALTER SYSTEM SET ${name} = '${value}'`);
  await client.query('SELECT pg_reload_conf()');
}

/** All that consumers and agents do all day, once or often. */
async function everyday(house: House, driver: Driver): Promise<void> {
  const { conversation, brand } = house;
  await driver.open('more', [await house.more()]);
  await driver.run(house.name, TALK_MS);
  for (const path of [
    '?state=open',
    '?state=ended',
    `/${conversation}`,
    `/${conversation}/messages?before=250`,
  ])
    await askedBy(house, path);
  const seats = await house.more();
  const [one] = seats.consumers;
  if (!one) throw new Error('Nobody came');
  const consumer = await comeIn(seats, one);
  const first = { clientId: 'explain-first', conversation: null, text: 'Hello' };
  const reply = await consumer.ask<Reply<{ conversation: string }>>('message:send', first);
  if (!reply.ok) throw new Error(`The service answered ${reply.problem.code}`);
  const mine = reply.value.conversation;
  await consumer.ask('message:send', first);
  await consumer.ask('conversation:resume', { conversation: mine, after: 0 });
  await consumer.ask('conversation:earlier', { before: mine });
  await consumer.ask('message:read', { conversation: mine, number: 1 });
  await consumer.ask('typing', { conversation: mine, on: true });
  consumer.close();
  await house.ledger.client.query('SELECT 1 FROM conversations WHERE brand_id = $1 LIMIT 1', [brand]);
}

type Line = { readonly user?: string; readonly message?: string };

async function plansOf({ client }: Ledger): Promise<readonly Explained[]> {
  const { rows } = await client.query<{ folder: string }>(
    `SELECT current_setting('data_directory') AS folder`,
  );
  const text = readFileSync(join(rows[0]?.folder ?? '', FOLDER, 'plans.json'), 'utf8');
  const lines = text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Line);
  return lines
    .filter(({ user, message }) => user === 'countersign_api' && message?.includes('plan:\n'))
    .map(({ message = '' }) => JSON.parse(message.slice(message.indexOf('{'))) as Explained);
}

async function largeTables({ client }: Ledger): Promise<ReadonlySet<string>> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relkind IN ('r', 'p') AND reltuples >= $1`,
    [LARGE],
  );
  return new Set(rows.map(({ name }) => name));
}

/** The plans of what the service asks all day, where very many messages are stored. The statements are its own. */
export async function explain({ stored }: ExplainAmounts): Promise<ExplainResult> {
  const running = new Running();
  try {
    const driver = running.keep(await Driver.start());
    const house = await openHouse(running, driver, stored, { parent: ROOM, settings });
    await tell(house.ledger, true);
    await everyday(house, driver);
    await tell(house.ledger, false);
    const findings = findingsIn(await plansOf(house.ledger), await largeTables(house.ledger));
    return { stored, findings };
  } finally {
    await running.stop();
  }
}
