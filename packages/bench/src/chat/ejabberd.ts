import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '@countersign/ports';
import pg from 'pg';
import { surroundings } from '../env.js';
import { POOL } from '../sessions/services.js';
import type { XmppSeats } from './wire.js';

const LIBRARIES = ['/usr/lib/x86_64-linux-gnu', '/usr/lib/aarch64-linux-gnu'];
const ERLANG = '/usr/lib/erlang/lib';
const SCHEMA = '/usr/share/ejabberd/sql/pg.sql';
const PASSWORD = 'bench';
const START_MS = 30_000;

/** Where the package lies, and which version. */
type Installed = { readonly library: string; readonly version: string };

/** Why it cannot be measured, in words for whoever reads the figures. */
export type Absent = { readonly absent: string };

const namesIn = (path: string): readonly string[] => (existsSync(path) ? readdirSync(path) : []);

export function findEjabberd(): Installed | Absent {
  for (const library of LIBRARIES) {
    const version = namesIn(library)
      .map((name) => /^ejabberd-([\d.]+)/.exec(name)?.[1])
      .find((found) => found !== undefined);
    if (version === undefined || !existsSync(SCHEMA)) continue;
    const drivers = [...namesIn(library), ...namesIn(ERLANG)].some((name) => name.startsWith('p1_pgsql'));
    return drivers
      ? { library, version }
      : { absent: 'ejabberd is here without its driver for PostgreSQL (Debian: erlang-p1-pgsql)' };
  }
  return { absent: 'ejabberd is not installed here (Debian: apt-get install ejabberd erlang-p1-pgsql)' };
}

type Database = {
  readonly host: string;
  readonly port: string;
  readonly user: string;
  readonly password: string;
};

const NAME = 'ejabberd';
const configuration = (port: number, { host, port: database, user, password }: Database): string => `
hosts: [localhost]
loglevel: error
auth_method: [sql]
auth_password_format: plain
default_db: sql
sql_type: pgsql
sql_server: "${host}"
sql_port: ${database}
sql_database: ${NAME}
sql_username: "${user}"
sql_password: "${password}"
sql_pool_size: ${POOL}
listen:
  -
    port: ${port}
    ip: "127.0.0.1"
    module: ejabberd_http
    request_handlers:
      /ws: ejabberd_http_ws
modules:
  mod_mam:
    db_type: sql
    default: always
  mod_stream_mgmt: {}
`;

/** A database of its own on the same server, with the package's schema. */
async function prepare(admin: string): Promise<{ client: pg.Client; database: Database }> {
  const server = new pg.Client({ connectionString: admin });
  await server.connect();
  await server.query(`CREATE DATABASE ${NAME}`);
  await server.end();
  const url = new URL(admin);
  const database = { host: url.hostname, port: url.port, user: url.username, password: url.password };
  url.pathname = `/${NAME}`;
  const client = new pg.Client({ connectionString: url.toString() });
  await client.connect();
  await client.query(readFileSync(SCHEMA, 'utf8'));
  return { client, database };
}

/** Debian's ejabberd with its message archive in PostgreSQL, in a process of its own and known to no other node. */
export class Ejabberd {
  private names = 0;

  private constructor(
    readonly version: string,
    private readonly url: string,
    private readonly child: ChildProcess,
    private readonly client: pg.Client,
    private readonly folder: string,
  ) {}

  get pid(): number {
    return this.child.pid ?? 0;
  }

  static async start({ library, version }: Installed, admin: string): Promise<Ejabberd> {
    const { client, database } = await prepare(admin);
    const folder = mkdtempSync(join(tmpdir(), 'countersign-ejabberd-'));
    const port = await freePort();
    const config = join(folder, 'ejabberd.yml');
    writeFileSync(config, configuration(port, database), { mode: 0o600 });
    const child = spawn(
      'erl',
      [
        '+K',
        'true',
        '+P',
        '250000',
        '-noinput',
        '-mnesia',
        'dir',
        JSON.stringify(join(folder, 'mnesia')),
        '-s',
        'ejabberd',
      ],
      {
        cwd: folder,
        env: {
          PATH: surroundings.PATH,
          HOME: folder,
          ERL_LIBS: library,
          EJABBERD_CONFIG_PATH: config,
          EJABBERD_LOG_PATH: join(folder, 'ejabberd.log'),
          ERL_CRASH_DUMP_SECONDS: '0',
        },
        stdio: ['ignore', 'ignore', 'ignore'],
      },
    );
    const server = new Ejabberd(version, `ws://127.0.0.1:${port}/ws`, child, client, folder);
    await server.ready(port);
    return server;
  }

  /** An agent and so many customers, registered in its table of users. */
  async seats(consumers: number): Promise<XmppSeats> {
    const name = () => `person${++this.names}`;
    const seats = { agent: name(), consumers: Array.from({ length: consumers }, name) };
    await this.client.query('INSERT INTO users (username, password) SELECT unnest($1::text[]), $2', [
      [seats.agent, ...seats.consumers],
      PASSWORD,
    ]);
    return { kind: 'xmpp', url: this.url, password: PASSWORD, ...seats };
  }

  async settle(): Promise<void> {
    await this.client.query('ANALYZE');
  }

  async stop(): Promise<void> {
    const ended = once(this.child, 'close');
    if (this.child.exitCode === null && this.child.kill('SIGKILL')) await ended;
    await this.client.end();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async ready(port: number): Promise<void> {
    const deadline = Date.now() + START_MS;
    while (Date.now() < deadline && this.child.exitCode === null) {
      const answered = await fetch(`http://127.0.0.1:${port}/ws`).then(
        () => true,
        () => false,
      );
      if (answered) return;
      await pause(100);
    }
    const log = join(this.folder, 'ejabberd.log');
    const said = existsSync(log) ? readFileSync(log, 'utf8').slice(-2_000) : '';
    await this.stop();
    throw new Error(`ejabberd did not start: ${said}`);
  }
}
