import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from './generated/prisma/client.js';

/** @param url connects as `countersign_api` */
export const createPrisma = (url: string): PrismaClient =>
  new PrismaClient({
    adapter: new PrismaPg({ connectionString: url, max: 10 }),
    // A crowd waits its turn for one of the connections; two seconds, the default, would turn some away.
    transactionOptions: { maxWait: 10_000, timeout: 15_000 },
  });
