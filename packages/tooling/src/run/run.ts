import { spawn } from 'node:child_process';
import { ROOT } from '../paths.js';

export type Ran = { readonly code: number; readonly output: string };
export type RunOptions = {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Shows the output as it comes. */
  readonly show?: boolean;
};

/** Runs a program and waits. Its output is kept; it is shown when wanted. */
export function run(
  command: string,
  args: readonly string[],
  { cwd = ROOT, env = {}, show = false }: RunOptions = {},
): Promise<Ran> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const take = (stream: NodeJS.WriteStream) => (chunk: Buffer) => {
      output += chunk.toString();
      if (show) stream.write(chunk);
    };
    child.stdout.on('data', take(process.stdout));
    child.stderr.on('data', take(process.stderr));
    child.on('error', (error) => resolve({ code: 127, output: error.message }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/** A script of a package, under this very Node. */
export const runNode = (script: string, args: readonly string[], options?: RunOptions): Promise<Ran> =>
  run(process.execPath, [script, ...args], options);
