import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { JWK } from 'jose';
import { freePort } from './free-port.js';
import { Program } from './program.js';

export const POOL = 10;
export const OPERATOR_KEY = randomBytes(24).toString('base64url');

const API = fileURLToPath(new URL('../../../../apps/api/dist/main.js', import.meta.url));
const BARE = fileURLToPath(new URL('./bare.js', import.meta.url));
/** Limits are of addresses, and all of the load comes from one. */
const NO_LIMIT = '100000000';

export type Service = { readonly url: string; stop(): Promise<void> };

/** The API as it runs in a house: it writes its log, and its pool has ten connections of its own. */
export async function startApi(databaseUrl: string): Promise<Service> {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const environment = {
    PORT: String(port),
    PUBLIC_URL: url,
    WORKSPACE_URL: 'http://localhost:4300',
    DATABASE_URL: databaseUrl,
    MASTER_KEY: randomBytes(32).toString('base64'),
    OPERATOR_KEY,
    NODE_ENV: 'production',
    COUNTERSIGN_DEMO: '1',
    HOST: '127.0.0.1',
    RATE_LIMIT_PER_MINUTE: NO_LIMIT,
  };
  const program = await Program.start(API, environment, 'the API is ready');
  return { url, stop: () => program.stop() };
}

/** The bare handler, with as many connections to the same database. */
export async function startBare(databaseUrl: string, jwk: JWK): Promise<Service> {
  const port = await freePort();
  const environment = {
    PORT: String(port),
    DATABASE_URL: databaseUrl,
    POOL: String(POOL),
    JWK: JSON.stringify(jwk),
    NODE_ENV: 'production',
  };
  const program = await Program.start(BARE, environment, 'the bare handler is ready');
  return { url: `http://localhost:${port}`, stop: () => program.stop() };
}
