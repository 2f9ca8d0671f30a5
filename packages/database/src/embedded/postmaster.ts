import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Place } from './place.js';

/** The server that runs on a folder. */
export type Postmaster = { readonly pid: number; readonly port: number };

const fileOf = ({ data }: Place): string => join(data, 'postmaster.pid');

function commandOf(pid: number): string {
  try {
    if (existsSync('/proc/self/cmdline')) return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  } catch {
    return '';
  }
}

/**
 * Who runs on this folder now. The file alone proves nothing: it outlives a killed server, and its number may be
 * somebody else's by then, so the process must be one that was started on this very folder.
 */
export function postmasterOf(place: Place): Postmaster | undefined {
  const file = fileOf(place);
  if (!existsSync(file)) return undefined;
  // Line by line: pid, folder, start time, port.
  const [pid, , , port] = readFileSync(file, 'utf8').split('\n').map(Number);
  if (!pid || (process.platform !== 'win32' && !commandOf(pid).includes(place.data))) return undefined;
  return { pid, port: port ?? 0 };
}

/** A file without its server stops the next one when another process has got the number since. */
export function forgetDead(place: Place): void {
  const file = fileOf(place);
  if (process.platform === 'win32' || !existsSync(file)) return;
  const pid = Number.parseInt(readFileSync(file, 'utf8'), 10);
  // Any PostgreSQL is left alone: it could be this one, by another path.
  if (!commandOf(pid).includes('postgres')) rmSync(file, { force: true });
}
