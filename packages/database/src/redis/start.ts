import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '@countersign/ports';
import { findRedis } from './find.js';

export type RedisOptions = {
  /** A free one, when it is not named. */
  readonly port?: number;
  /** Where its file lies, if it keeps one. A folder of its own that goes with it, when it is not named. */
  readonly folder?: string;
  /** Keeps what it was told in a file. Without it nothing outlives the process. */
  readonly appendOnly?: boolean;
  /** It went down without having been stopped. */
  readonly onLost?: (message: string) => void;
};
export type Redis = {
  readonly url: string;
  /** Undefined where somebody else runs it. */
  readonly pid: number | undefined;
  stop(): Promise<void>;
};

/** What is said where there is none. */
export const NO_REDIS =
  'There is no redis-server here: what needs several processes is skipped. Install one, or set REDIS_SERVER_PATH or REDIS_URL.';

const settings = (port: number, folder: string, appendOnly: boolean): string[] => [
  ...['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--daemonize', 'no'],
  // References to what the log holds: whatever is lost here is read there.
  ...['--save', '', '--appendonly', appendOnly ? 'yes' : 'no', '--maxmemory-policy', 'noeviction'],
];

const hasEnded = ({ exitCode, signalCode }: ChildProcess): boolean =>
  exitCode !== null || signalCode !== null;

/** By its own word: at a port that is taken somebody else would answer. */
async function untilReady(child: ChildProcess, port: number, said: () => string): Promise<void> {
  const deadline = Date.now() + 20_000;
  while (!said().includes('Ready to accept connections')) {
    if (hasEnded(child) || Date.now() > deadline) {
      child.kill('SIGKILL');
      throw new Error(`Redis did not start at port ${port}:\n${said()}`);
    }
    await pause(20);
  }
}

function launch(path: string, args: readonly string[]): { child: ChildProcess; said: () => string } {
  let lines = '';
  // A session of its own: Ctrl-C in a terminal reaches it last, by us.
  const child = spawn(path, args, { stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      lines = (lines + chunk.toString()).slice(-4_000);
    });
    (stream as Socket).unref();
  }
  // Whoever started it ends it by `stop`; the child alone keeps no process alive.
  child.unref();
  child.on('error', (error) => {
    lines += error.message;
  });
  return { child, said: () => lines };
}

/** A Redis of one's own, on this machine only. */
export async function startRedis(options: RedisOptions = {}): Promise<Redis> {
  const path = await findRedis();
  if (path === undefined) throw new Error(NO_REDIS);
  const port = options.port ?? (await freePort());
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'countersign-redis-'));
  mkdirSync(folder, { recursive: true });
  const { child, said } = launch(path, settings(port, folder, options.appendOnly === true));
  const gone = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const tidy = () => options.folder === undefined && rmSync(folder, { recursive: true, force: true });
  let stopping = false;
  try {
    await untilReady(child, port, said);
  } catch (error) {
    tidy();
    throw error;
  }
  child.once('exit', (code, signal) => {
    if (!stopping) options.onLost?.(`Redis ended (${signal ?? code}). Its last lines:\n${said()}`);
  });
  return {
    url: `redis://127.0.0.1:${port}`,
    pid: child.pid,
    stop: async () => {
      stopping = true;
      // Whoever waits for its end has perhaps nothing else to wait for.
      child.ref();
      for (const stream of [child.stdout, child.stderr]) (stream as Socket).ref();
      if (!hasEnded(child)) child.kill('SIGTERM');
      await gone;
      tidy();
    },
  };
}

/** The Redis that REDIS_URL names, else one of our own, else none: then it is told. */
export async function openRedis(
  options: RedisOptions = {},
  tell: (line: string) => void = () => undefined,
): Promise<Redis | undefined> {
  const { REDIS_URL: url } = process.env;
  if (url) return { url, pid: undefined, stop: async () => undefined };
  if ((await findRedis()) !== undefined) return startRedis(options);
  tell(NO_REDIS);
  return undefined;
}
