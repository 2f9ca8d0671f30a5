import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { PrismaClient } from './generated/prisma/client.js';
import { ScopedPool } from './scoped-pool.js';

export type Pool = ScopedPool;

/** How long is waited for a connection, and for an answer, in milliseconds. */
export type Patience = { readonly connection: number; readonly answer: number };
/** A network may take a connection away and tell nobody: whoever waits for it for ever keeps one of ten. */
const USUAL: Patience = { connection: 10_000, answer: 20_000 };

/** @param url connects as `countersign_api` */
export function createPool(url: string, max = 10, patience = USUAL): Pool {
  const pool = new ScopedPool({
    connectionString: url,
    max,
    keepAlive: true,
    connectionTimeoutMillis: patience.connection,
    query_timeout: patience.answer,
  });
  // A connection that breaks while nobody uses it is replaced when the next one is wanted; unheard, it ends the process.
  pool.on('error', () => undefined);
  return pool;
}

/** A connection of its own that hears what transactions tell: it is lost at once, and never waits in a pool. */
export type Listener = pg.Client;

export const createListener = (url: string): Listener =>
  new pg.Client({
    connectionString: url,
    keepAlive: true,
    connectionTimeoutMillis: 5_000,
    query_timeout: 3_000,
  });

/** @param from a pool that others ask too, or where to connect to with a pool of its own */
export const createPrisma = (from: Pool | string): PrismaClient =>
  new PrismaClient({
    adapter: new PrismaPg(typeof from === 'string' ? { connectionString: from, max: 10 } : from),
    // A crowd waits its turn for one of the connections; two seconds, the default, would turn some away.
    transactionOptions: { maxWait: 10_000, timeout: 15_000 },
  });
