import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '@countersign/ports';
import type { TestProject } from 'vitest/node';
import { removeEmbedded, startEmbedded } from '../dist/index.js';
import { PASSWORD } from './postgres.js';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The folder of a server that was started once, and stopped. */
    model: string;
  }
}

/** The server that the files of the run copy. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const parent = mkdtempSync(join(tmpdir(), 'countersign-model-'));
  // Run as root, PostgreSQL is another account, and must get in.
  chmodSync(parent, 0o711);
  const folder = join(parent, 'data');
  const port = await freePort();
  const server = await startEmbedded({ folder, port, password: PASSWORD, database: 'countersign' });
  await server.stop();
  project.provide('model', folder);
  return async () => {
    await removeEmbedded(folder);
    rmSync(parent, { recursive: true, force: true });
  };
}
