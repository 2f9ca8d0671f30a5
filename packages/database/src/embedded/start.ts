import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { makeFolder, type Place, placeFor } from './place.js';
import { forgetDead, type Postmaster, postmasterOf } from './postmaster.js';

/** One server on one folder. The folder is made; a server that runs on it already is used again. */
export type EmbeddedOptions = {
  readonly folder: string;
  readonly port: number;
  readonly password: string;
  readonly database: string;
  /** The server went down without having been stopped. */
  readonly onLost?: (message: string) => void;
};
export type Embedded = {
  /** As the owner of the server: a superuser. The service never connects with it. */
  readonly url: string;
  stop(): Promise<void>;
};

const OWNER = 'countersign_server';
const urlOf = ({ port, password }: EmbeddedOptions, database: string) =>
  `postgresql://${OWNER}:${password}@127.0.0.1:${port}/${database}`;

async function connect(options: EmbeddedOptions): Promise<pg.Client | undefined> {
  const client = new pg.Client({
    connectionString: urlOf(options, 'postgres'),
    connectionTimeoutMillis: 5_000,
  });
  client.on('error', () => undefined);
  return client.connect().then(
    () => client,
    () => undefined,
  );
}

function initialise(place: Place, { password }: EmbeddedOptions): void {
  const folder = mkdtempSync(join(tmpdir(), 'countersign-'));
  const file = join(folder, 'password');
  writeFileSync(file, `${password}\n`, { mode: 0o600 });
  if (place.account) for (const path of [folder, file]) chownSync(path, place.account.uid, place.account.gid);
  try {
    const args = ['-D', place.data, '-U', OWNER, '-A', 'scram-sha-256', `--pwfile=${file}`];
    execFileSync(place.initdb, [...args, '--encoding=UTF8', '--locale=C'], settings(place));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const settings = ({ account }: Place) => ({
  ...account,
  cwd: '/',
  env: { ...process.env, LC_ALL: 'C', LC_MESSAGES: 'C' },
  stdio: ['ignore', 'ignore', 'pipe'] as ['ignore', 'ignore', 'pipe'],
});

type Launched = { readonly child: ChildProcess; readonly log: () => string };

function launch(place: Place, { port }: EmbeddedOptions): Launched {
  let log = '';
  const args = ['-D', place.data, '-p', String(port), '-c', 'listen_addresses=127.0.0.1'];
  // A session of its own: Ctrl-C in a terminal must reach the database last, by us.
  const child = spawn(place.postgres, [...args, '-c', 'unix_socket_directories='], {
    ...settings(place),
    detached: true,
  });
  child.stderr?.on('data', (chunk: Buffer) => {
    log = (log + chunk.toString()).slice(-4_000);
  });
  // Whoever started it ends it by `stop`; the child alone keeps no process alive.
  child.unref();
  (child.stderr as Socket | null)?.unref();
  return { child, log: () => log };
}

async function run(place: Place, options: EmbeddedOptions): Promise<Launched & { client: pg.Client }> {
  makeFolder(place);
  forgetDead(place);
  if (!existsSync(join(place.data, 'PG_VERSION'))) initialise(place, options);
  const { child, log } = launch(place, options);
  const deadline = Date.now() + 30_000;
  for (;;) {
    const client = await connect(options);
    if (client) return { child, log, client };
    if (child.exitCode !== null || Date.now() > deadline) {
      child.kill('SIGINT');
      throw new Error(`PostgreSQL did not start:\n${log()}`);
    }
    await pause(25);
  }
}

async function stop(place: Place): Promise<void> {
  const postmaster = postmasterOf(place);
  if (!postmaster) return;
  // SIGINT is PostgreSQL's fast shutdown: sessions are ended, nothing is lost.
  process.kill(postmaster.pid, 'SIGINT');
  const deadline = Date.now() + 10_000;
  while (postmasterOf(place) && Date.now() < deadline) await pause(25);
}

/** Joins the server that runs on this folder already: its parent may have been killed. */
async function joinServer(
  { pid, port }: Postmaster,
  place: Place,
  options: EmbeddedOptions,
): Promise<pg.Client> {
  const client = port === options.port ? await connect(options) : undefined;
  if (client) return client;
  throw new Error(`A PostgreSQL already uses ${place.data}: port ${port}, pid ${pid}. Stop it first.`);
}

async function open(
  place: Place,
  options: EmbeddedOptions,
): Promise<Partial<Launched> & { client: pg.Client }> {
  const postmaster = postmasterOf(place);
  return postmaster ? { client: await joinServer(postmaster, place, options) } : run(place, options);
}

/**
 * A real PostgreSQL from npm, for a laptop and for tests.
 * A server that already runs on this folder is used (its parent may have been killed).
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const place = await placeFor(options.folder);
  const { client, child, log } = await open(place, options);
  try {
    const known = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [options.database]);
    if (!known.rowCount) await client.query(`CREATE DATABASE ${pg.escapeIdentifier(options.database)}`);
  } finally {
    await client.end();
  }
  let stopping = false;
  child?.on('exit', (code, signal) => {
    if (!stopping) options.onLost?.(`PostgreSQL ended (${signal ?? code}). Its last lines:\n${log?.()}`);
  });
  return {
    url: urlOf(options, options.database),
    stop: () => {
      stopping = true;
      return stop(place);
    },
  };
}

/** Whether a server runs on this folder, started by us or left over. */
export const embeddedRuns = async (folder: string): Promise<boolean> =>
  postmasterOf(await placeFor(folder)) !== undefined;

/** Removes the data of a stopped server. */
export async function removeEmbedded(folder: string): Promise<void> {
  const place = await placeFor(folder);
  await stop(place);
  rmSync(place.data, { recursive: true, force: true });
}
