import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** An account of the system, by number. */
export type Account = { readonly uid: number; readonly gid: number };

/** PostgreSQL refuses to run as root: the account to run it as instead, or undefined when we are not root. */
export function accountToRunAs(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const rows = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const row = ['postgres', 'nobody'].map((name) => rows.find(([login]) => login === name)).find(Boolean);
  if (row) return { uid: Number(row[2]), gid: Number(row[3]) };
  throw new Error(
    'Running as root, and neither "postgres" nor "nobody" exists to run PostgreSQL as. Set DATABASE_URL instead.',
  );
}

/** Whether another account can walk down to `path`: not under a home that only root may enter. */
export function reachableByOthers(path: string): boolean {
  for (let folder = path; ; folder = dirname(folder)) {
    if (existsSync(folder)) {
      const found = statSync(folder);
      if (found.isDirectory() && !(found.mode & 0o001)) return false;
    }
    if (folder === dirname(folder)) return true;
  }
}
