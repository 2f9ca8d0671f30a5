import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '@countersign/ports';
import pg from 'pg';
import { inject } from 'vitest';
import { removeEmbedded } from '../dist/index.js';

export const PASSWORD = 'of-the-server';

/** Where a PostgreSQL of a test lies, and how it is cleared away. */
export type Site = {
  readonly folder: string;
  readonly options: { folder: string; port: number; password: string; database: string };
  clear(): Promise<void>;
};

/** A copy of the run's first server, which takes less than a new one; `empty` before anything ever ran there. */
export async function site(how?: 'empty'): Promise<Site> {
  const parent = mkdtempSync(join(tmpdir(), 'countersign-postgres-'));
  // Run as root, PostgreSQL is another account, and must get in.
  chmodSync(parent, 0o711);
  const folder = join(parent, 'data');
  const port = await freePort();
  // With whose the files are: as root, PostgreSQL is another account.
  if (how !== 'empty') execFileSync('cp', ['-a', inject('model'), folder]);
  return {
    folder,
    options: { folder, port, password: PASSWORD, database: 'countersign' },
    clear: async () => {
      await removeEmbedded(folder);
      rmSync(parent, { recursive: true, force: true });
    },
  };
}

/** One question to a database. */
export async function ask<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}
