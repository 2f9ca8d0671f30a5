import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const room = fileURLToPath(new URL('../..', import.meta.url));
export const command = fileURLToPath(new URL('../../bin/countersign-mock-idp.mjs', import.meta.url));

export type Ended = { readonly code: number | null; readonly out: string; readonly err: string };

export type Started = {
  /** The first line that has this in it; fails when the process ends before. */
  line(part: string): Promise<string>;
  readonly ended: Promise<Ended>;
  stop(): Promise<Ended>;
};

/** A clean environment, so that a test means what it says wherever it runs. */
const environment = (more: Readonly<Record<string, string>>): NodeJS.ProcessEnv => ({
  PATH: process.env['PATH'],
  ...more,
});

function watch(child: ChildProcess): Started {
  let out = '';
  let err = '';
  const looking = new Set<() => void>();
  const heard = () => {
    for (const look of looking) look();
  };
  child.stdout?.on('data', (chunk) => {
    out += String(chunk);
    heard();
  });
  child.stderr?.on('data', (chunk) => {
    err += String(chunk);
  });
  const ended = once(child, 'close').then(([code]): Ended => ({ code: code as number | null, out, err }));
  return {
    ended,
    line: (part) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const found = out.split('\n').find((one) => one.includes(part));
          if (found === undefined) return;
          looking.delete(look);
          resolve(found);
        };
        looking.add(look);
        look();
        void ended.then(({ code }) =>
          reject(new Error(`ended with ${code} before "${part}":\n${out}\n${err}`)),
        );
      }),
    stop: () => {
      child.kill();
      return ended;
    },
  };
}

/** Node with these arguments, in a process of its own. */
export const runNode = (
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  cwd = room,
): Started => watch(spawn(process.execPath, [...args], { cwd, env: environment(env) }));

/** The command, as somebody types it. */
export const runCommand = (
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  cwd = room,
): Started => runNode([command, ...args], env, cwd);

type Ready = { readonly url: string; readonly issuers: readonly string[] };

/** What a stand-in says once it is there. */
export const ready = async (started: Started): Promise<Ready> =>
  JSON.parse(await started.line('mock-idp is ready')) as Ready;
