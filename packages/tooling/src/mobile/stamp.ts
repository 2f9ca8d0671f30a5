import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot } from '../paths.js';
import { inApp } from './room.js';

function* filesIn(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: false })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesIn(path);
    else yield path;
  }
}

const beside = ['package.json', 'pnpm-lock.yaml', 'app.json', 'metro.config.js'];

/** What a bundle is made of, in one word: the app, its settings, and the chat client as it is built. */
export function sourcesStamp(): string {
  const hash = createHash('sha256');
  const client = inRoot('packages/chat-client/dist');
  const files = [...filesIn(inApp('src')), ...(existsSync(client) ? filesIn(client) : [])].filter(
    (path) => !/\.(spec\.ts|map)$/.test(path),
  );
  for (const path of [...files.sort(), ...beside.map((name) => inApp(name))])
    hash.update(path).update(readFileSync(path));
  return hash.digest('hex');
}
