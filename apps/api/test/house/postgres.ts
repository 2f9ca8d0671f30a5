import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPrisma, makeRoles, migrate, removeEmbedded, startEmbedded } from '@countersign/database';
import { freePort } from '@countersign/ports';
import type { TestProject } from 'vitest/node';

export const TEMPLATE = 'countersign_template';
export const passwords = { ownerPassword: 'owner-of-tests', apiPassword: 'api-of-tests' };

declare module 'vitest' {
  export interface ProvidedContext {
    /** Connects as a superuser; only to make databases. */
    adminUrl: string;
    /** The template, as the API connects to it. */
    apiUrl: string;
  }
}

/** Nothing here outlives the machine, so nothing waits for its disk. A process that is killed loses nothing by it. */
async function hurry(url: string): Promise<void> {
  const admin = createPrisma(url);
  for (const setting of ['fsync', 'full_page_writes', 'synchronous_commit'])
    await admin.$executeRawUnsafe(`ALTER SYSTEM SET ${setting} = off`);
  await admin.$queryRaw`SELECT pg_reload_conf()`;
  await admin.$disconnect();
}

/** Starts PostgreSQL once for the run and migrates a template; each file copies it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const parent = mkdtempSync(join(tmpdir(), 'countersign-test-'));
  // Run as root, PostgreSQL is another account, and must get in.
  chmodSync(parent, 0o755);
  const folder = join(parent, 'data');
  const password = randomBytes(12).toString('hex');
  const server = await startEmbedded({ folder, port: await freePort(), password, database: TEMPLATE });
  const urls = await makeRoles(server.url, passwords);
  await migrate(urls.owner);
  await hurry(server.url);
  project.provide('adminUrl', server.url.replace(/\/[^/]+$/, '/postgres'));
  project.provide('apiUrl', urls.api);
  return async () => {
    await removeEmbedded(folder);
    rmSync(parent, { recursive: true, force: true });
  };
}

/** A fresh database of the house's form. Answers how the API connects to it, how a superuser does, and how to drop it. */
export async function copyTemplate(
  name: string,
  adminUrl: string,
  apiUrl: string,
): Promise<{ url: string; adminUrl: string; drop: () => Promise<void> }> {
  const admin = createPrisma(adminUrl);
  const run = (statement: string) => admin.$executeRawUnsafe(statement);
  await run(`CREATE DATABASE "${name}" TEMPLATE "${TEMPLATE}" STRATEGY FILE_COPY`);
  const drop = async () => {
    await run(`DROP DATABASE "${name}" WITH (FORCE)`);
    await admin.$disconnect();
  };
  return {
    url: apiUrl.replace(`/${TEMPLATE}`, `/${name}`),
    adminUrl: adminUrl.replace(/\/[^/]+$/, `/${name}`),
    drop,
  };
}
