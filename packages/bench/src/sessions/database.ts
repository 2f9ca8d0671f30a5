import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type Embedded,
  type EmbeddedOptions,
  makeRoles,
  migrate,
  removeEmbedded,
  startEmbedded,
} from '@countersign/database';
import { freePort } from '@countersign/ports';
import pg from 'pg';
import { Running } from '../chat/running.js';

export type Database = {
  /** As `countersign_api`: both services connect with it. */
  readonly url: string;
  /** As the server's own account, for what the bench looks at and fills. */
  readonly admin: string;
  stop(): Promise<void>;
};

const secret = () => randomBytes(12).toString('hex');

const BARE_TABLES = [
  'CREATE TABLE bare_session (id uuid PRIMARY KEY, subject text NOT NULL, opened_at timestamptz NOT NULL)',
  `CREATE TABLE bare_message (id uuid PRIMARY KEY, room text NOT NULL, client_id text NOT NULL, text text NOT NULL,
    at timestamptz NOT NULL)`,
];

/** The service's tables, and beside them the one the bare handler inserts into. */
async function prepare(adminUrl: string): Promise<string> {
  const urls = await makeRoles(adminUrl, { ownerPassword: secret(), apiPassword: secret() });
  await migrate(urls.owner);
  const client = new pg.Client({ connectionString: urls.owner });
  await client.connect();
  for (const statement of BARE_TABLES) await client.query(statement);
  await client.end();
  return urls.api;
}

export type Wishes = {
  /** Where it lies while it runs: large ones want a large disk. */
  readonly parent?: string;
  /** Settings that a server reads when it starts. */
  readonly settings?: Readonly<Record<string, string>>;
};

/** Set and started anew: some settings count only from the start. */
async function restarted(server: Embedded, options: EmbeddedOptions, settings: Wishes['settings'] = {}) {
  if (Object.keys(settings).length === 0) return server;
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  for (const [name, value] of Object.entries(settings))
    await client.query(`ALTER SYSTEM SET ${name} = ${pg.escapeLiteral(value)}`);
  await client.end();
  await server.stop();
  return startEmbedded(options);
}

/** One PostgreSQL for all contenders, thrown away afterwards. */
export async function openDatabase({ parent: where = tmpdir(), settings }: Wishes = {}): Promise<Database> {
  const parent = mkdtempSync(join(where, 'countersign-bench-'));
  // Run as root, PostgreSQL is another account, and must get in.
  chmodSync(parent, 0o755);
  const folder = join(parent, 'data');
  const running = new Running();
  running.keep({
    async stop() {
      await removeEmbedded(folder);
      rmSync(parent, { recursive: true, force: true });
    },
  });
  const stop = () => running.stop();
  try {
    const port = await freePort();
    const options = { folder, port, password: secret(), database: 'countersign' };
    const server = await restarted(await startEmbedded(options), options, settings);
    return { url: await prepare(server.url), admin: server.url, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
