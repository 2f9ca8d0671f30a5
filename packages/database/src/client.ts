import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { PrismaClient } from './generated/prisma/client.js';
import { ScopedPool } from './scoped-pool.js';

export type Pool = ScopedPool;

/** @param url connects as `countersign_api` */
export function createPool(url: string, max = 10): Pool {
  const pool = new ScopedPool({ connectionString: url, max });
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
