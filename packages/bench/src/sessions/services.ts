import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { freePort } from '@countersign/ports';
import type { JWK } from 'jose';
import { Program } from './program.js';

export const POOL = 10;
export const OPERATOR_KEY = randomBytes(24).toString('base64url');

const API = fileURLToPath(new URL('../../../../apps/api/dist/main.js', import.meta.url));
/** Limits are of addresses, and all of the load comes from one. */
const NO_LIMIT = '100000000';

export type Service = {
  readonly url: string;
  readonly pid: number;
  /** What it holds once its garbage is gone; for one that was started to tell it. */
  memory(): Promise<number>;
  stop(): Promise<void>;
};
export const WORKSPACE = 'http://localhost:4300';

type Started = {
  readonly environment?: Readonly<Record<string, string>>;
  readonly tellsMemory?: boolean;
  readonly nodeArgs?: readonly string[];
};

const MEMORY = new URL('../chat/tell-memory.js', import.meta.url).href;
const argsOf = ({ tellsMemory = false, nodeArgs = [] }: Started): readonly string[] =>
  tellsMemory ? ['--expose-gc', '--import', MEMORY, ...nodeArgs] : nodeArgs;

const serviceOf = (url: string, program: Program): Service => ({
  url,
  pid: program.pid,
  memory: () => program.ask<number>(),
  stop: () => program.stop(),
});

/** The API as it runs in a house: it writes its log, and its pool has ten connections of its own. */
export async function startApi(databaseUrl: string, more: Started = {}): Promise<Service> {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const environment = {
    PORT: String(port),
    PUBLIC_URL: url,
    WORKSPACE_URL: WORKSPACE,
    DATABASE_URL: databaseUrl,
    MASTER_KEY: randomBytes(32).toString('base64'),
    OPERATOR_KEY,
    NODE_ENV: 'production',
    COUNTERSIGN_DEMO: '1',
    HOST: '127.0.0.1',
    RATE_LIMIT_PER_MINUTE: NO_LIMIT,
    ...more.environment,
  };
  const program = await Program.start(API, environment, 'the API is ready', argsOf(more));
  return serviceOf(url, program);
}

/** A bare service of the bench, with as many connections to the same database. */
async function startBareScript(
  script: URL,
  databaseUrl: string,
  ready: string,
  more: Started = {},
): Promise<Service> {
  const port = await freePort();
  const environment = {
    PORT: String(port),
    DATABASE_URL: databaseUrl,
    POOL: String(POOL),
    NODE_ENV: 'production',
    ...more.environment,
  };
  const program = await Program.start(fileURLToPath(script), environment, ready, argsOf(more));
  return serviceOf(`http://localhost:${port}`, program);
}

/** The bare handler that opens sessions. */
export const startBare = (databaseUrl: string, jwk: JWK): Promise<Service> =>
  startBareScript(new URL('./bare.js', import.meta.url), databaseUrl, 'the bare handler is ready', {
    environment: { JWK: JSON.stringify(jwk) },
  });

/** The bare server that carries messages. */
export const startBareChat = (databaseUrl: string, more: Started = {}): Promise<Service> =>
  startBareScript(
    new URL('../chat/bare-server.js', import.meta.url),
    databaseUrl,
    'the bare server is ready',
    more,
  );
