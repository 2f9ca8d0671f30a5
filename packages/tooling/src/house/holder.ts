import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { basename } from 'node:path';

const LISTENING = '0A';

function attempt<Answer>(ask: () => Answer): Answer | undefined {
  try {
    return ask();
  } catch {
    return undefined;
  }
}

const read = (file: string): string => attempt(() => readFileSync(file, 'utf8')) ?? '';

/** The sockets that listen on a port, by their number in Linux's own table. */
function socketsOn(port: number): Set<string> {
  const suffix = `:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  const rows = `${read('/proc/net/tcp')}\n${read('/proc/net/tcp6')}`.split('\n');
  const cells = rows.map((row) => row.trim().split(/\s+/));
  const listening = cells.filter((row) => row[1]?.endsWith(suffix) && row[3] === LISTENING);
  return new Set(listening.map((row) => `socket:[${row[9]}]`));
}

/** The process that has one of the sockets open. Those of other people stay hidden from who is not root. */
function pidWith(sockets: ReadonlySet<string>): string | undefined {
  const pids = (attempt(() => readdirSync('/proc')) ?? []).filter((name) => /^\d+$/.test(name));
  return pids.find((pid) =>
    (attempt(() => readdirSync(`/proc/${pid}/fd`)) ?? []).some((file) =>
      sockets.has(attempt(() => readlinkSync(`/proc/${pid}/fd/${file}`)) ?? ''),
    ),
  );
}

const ask = (command: string, ...args: string[]): string =>
  attempt(() => execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })) ?? '';

function commandOf(pid: string): string {
  const [program = '', ...args] = read(`/proc/${pid}/cmdline`).split('\0');
  const line = program ? [basename(program), ...args].join(' ') : ask('ps', '-o', 'command=', '-p', pid);
  return line.trim().slice(0, 80) || 'a program';
}

/** What holds a port, as far as the system tells: `node server.js (pid 4711)`. */
export function holderOf(port: number): string | undefined {
  const pid =
    pidWith(socketsOn(port)) ?? ask('lsof', '-nP', `-iTCP:${port}`, '-sTCP:LISTEN', '-t').split('\n')[0];
  return pid ? `${commandOf(pid)} (pid ${pid})` : undefined;
}
