import { readFileSync } from 'node:fs';
import type { RunningMockIdp } from '../start.js';
import { help } from './options.js';
import { readArguments } from './read.js';

function version(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}

/** The whole command. Answers the stand-in it started, or nothing when it only had something to say. */
export async function run(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<RunningMockIdp | undefined> {
  const called = readArguments(args);
  if (called.kind === 'start') {
    const { start } = await import('./start.js');
    return start(env, called.variables);
  }
  process.stdout.write(called.kind === 'help' ? help : `${version()}\n`);
  return undefined;
}
