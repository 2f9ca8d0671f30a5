import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPrisma, type PrismaClient } from '@countersign/database';
import { freePort } from '@countersign/ports';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { inject } from 'vitest';
import { createApp } from '../../dist/app.js';
import { Clock } from '../../dist/common/clock.js';
import { readConfig } from '../../dist/config/env.js';
import { Operator } from './operator.js';
import { copyTemplate } from './postgres.js';

export const WORKSPACE = 'http://localhost:4300';
export const OPERATOR_KEY = 'operator-key-of-the-tests';

/** The real API on its own database, with a clock that tests may set. */
export type House = {
  readonly url: string;
  readonly operator: Operator;
  /** To look at rows of all brands, never to make them. */
  readonly database: PrismaClient;
  readonly app: NestExpressApplication;
  readonly databaseUrl: string;
  /** The same database, as a superuser. */
  readonly adminUrl: string;
  /** Where files lie. */
  readonly folder: string;
  /** Moves the API's clock on, for the rest of the file or until `resetClock`. */
  later(by: { minutes?: number; seconds?: number }): void;
  resetClock(): void;
  now(): Date;
  close(): Promise<void>;
};

/** The environment of an API of its own. */
export const environment = (port: number, databaseUrl: string): Record<string, string> => ({
  PORT: String(port),
  PUBLIC_URL: `http://localhost:${port}`,
  WORKSPACE_URL: WORKSPACE,
  DATABASE_URL: databaseUrl,
  MASTER_KEY: randomBytes(32).toString('base64'),
  OPERATOR_KEY,
  NODE_ENV: 'test',
  LOG_LEVEL: 'silent',
  RATE_LIMIT_PER_MINUTE: '100000',
});

export const freshDatabase = () =>
  copyTemplate(`test_${randomBytes(8).toString('hex')}`, inject('adminUrl'), inject('apiUrl'));

/** @param settings environment variables that differ from the usual ones */
export async function openHouse(settings: Record<string, string> = {}): Promise<House> {
  const port = await freePort();
  const fresh = await freshDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'countersign-files-'));
  const app = await createApp(
    readConfig({ ...environment(port, fresh.url), ATTACHMENTS_FOLDER: folder, ...settings }),
  );
  let offset = 0;
  const clock = app.get(Clock);
  // The test clock is moved over HTTP; without it the tests reach inside.
  if (settings['COUNTERSIGN_TEST_CLOCK'] !== '1') clock.now = () => new Date(Date.now() + offset);
  const now = () => clock.now();
  await app.listen(port, 'localhost');
  const database = createPrisma(fresh.adminUrl);
  const url = `http://localhost:${port}`;
  return {
    url,
    app,
    database,
    folder,
    databaseUrl: fresh.url,
    adminUrl: fresh.adminUrl,
    operator: new Operator(url, OPERATOR_KEY),
    now,
    later: ({ minutes = 0, seconds = 0 }) => {
      offset += (minutes * 60 + seconds) * 1_000;
    },
    resetClock: () => {
      offset = 0;
    },
    close: async () => {
      await database.$disconnect();
      await app.close();
      await rm(folder, { recursive: true, force: true });
      await fresh.drop();
    },
  };
}
