import { createPrisma, type PrismaClient } from '@countersign/database';
import { inject } from 'vitest';
import type { House } from './house.js';

/** As the server's owner, who is above every right and every wall: to look for what must not be there. */
export const mightyIn = ({ databaseUrl }: Pick<House, 'databaseUrl'>): PrismaClient =>
  createPrisma(inject('adminUrl').replace(/[^/]*$/, new URL(databaseUrl).pathname.slice(1)));

/** The tables in which any of these words stands, in whatever column of whatever type. */
export async function tablesWith(mighty: PrismaClient, words: readonly string[]): Promise<string[]> {
  const tables = await mighty.$queryRaw<{ name: string }[]>`
    SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND NOT c.relispartition ORDER BY 1`;
  const found: string[] = [];
  for (const { name } of tables) {
    const [row] = await mighty.$queryRawUnsafe<{ there: boolean }[]>(
      `SELECT EXISTS (SELECT FROM "${name}" AS t WHERE EXISTS (
        SELECT FROM unnest($1::text[]) AS word WHERE position(lower(word) IN lower(row_to_json(t)::text)) > 0)) AS there`,
      words,
    );
    if (row?.there) found.push(name);
  }
  return found;
}
