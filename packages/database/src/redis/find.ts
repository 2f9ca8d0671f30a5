import { execFile } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const APT = '/usr/bin/apt-get';
/** Debian puts servers where ordinary users do not look. */
const BESIDE_PATH = ['/usr/bin', '/usr/local/bin', '/usr/sbin', '/opt/homebrew/bin'];

const mayRun = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

function installed(): string | undefined {
  const { REDIS_SERVER_PATH: named, PATH = '' } = process.env;
  if (named) {
    if (mayRun(named)) return named;
    throw new Error(
      `REDIS_SERVER_PATH is ${named}, and no program is there. Name a redis-server, or leave it out.`,
    );
  }
  const folders = [...PATH.split(delimiter).filter(Boolean), ...BESIDE_PATH];
  return folders.map((folder) => join(folder, 'redis-server')).find(mayRun);
}

/** Debian's package, without the service that comes with it: who wants a Redis here starts one of their own. */
async function install(): Promise<void> {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
  const wait = ['-o', 'DPkg::Lock::Timeout=120', '-qq'];
  await run(APT, [...wait, 'update'], { env });
  await run(APT, [...wait, 'install', '-y', '--no-install-recommends', 'redis-server'], { env });
}

/** The path of `redis-server`: REDIS_SERVER_PATH, else of PATH, else as root the one of Debian, which is installed. */
export async function findRedis(): Promise<string | undefined> {
  const found = installed();
  if (found || process.getuid?.() !== 0 || !mayRun(APT)) return found;
  await install().catch(() => undefined);
  return installed();
}
