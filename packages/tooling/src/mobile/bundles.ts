import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Ran, runNode } from '../run/run.js';
import { appBin, inApp, quietExpo } from './room.js';
import { sourcesStamp } from './stamp.js';

const made = inApp('dist/export');
const stamp = inApp('dist/stamp');

/** Whether both bundles are there, of what is there now. */
export const isBuilt = (sources = sourcesStamp()): boolean =>
  existsSync(made) && existsSync(stamp) && readFileSync(stamp, 'utf8') === sources;

/** Both bundles, by Expo's own bundler; nothing is made anew while nothing has changed. */
export async function bundles(): Promise<Ran> {
  const sources = sourcesStamp();
  if (isBuilt(sources)) return { code: 0, output: 'as they were' };
  rmSync(inApp('dist'), { recursive: true, force: true });
  // In one go: the two bundlers share what they have transformed, and the cores.
  const platforms = ['--platform', 'web', '--platform', 'android'];
  const ran = await runNode(
    appBin('expo/bin/cli'),
    ['export', ...platforms, '--no-bytecode', '--output-dir', made],
    { cwd: inApp(), env: quietExpo },
  );
  if (ran.code === 0) writeFileSync(stamp, sources);
  return ran;
}

/** The one script of a platform. */
export function bundleOf(platform: 'web' | 'android'): string {
  const folder = join(made, '_expo/static/js', platform);
  const [name] = readdirSync(folder).filter((file) => file.endsWith('.js'));
  if (name === undefined) throw new Error(`There is no bundle in ${folder}.`);
  return join(folder, name);
}
