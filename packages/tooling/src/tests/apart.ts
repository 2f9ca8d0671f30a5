import { spawn } from 'node:child_process';
import { inRoot, ROOT } from '../paths.js';
import { type Tally, tallyOfOutput } from './tally.js';

const cli = inRoot('packages/tooling/dist/cli.js');
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

export type Apart = { readonly tally: Tally; readonly output: string };

/**
 * A command of ours as a process of its own, beside others. What it says is kept until it has ended, so that no two
 * mingle their lines; whoever ends this process ends it too, and waits until it has cleared up.
 */
export function runApart(command: string, args: readonly string[] = []): Promise<Apart> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [cli, command, ...args], {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let [output, told] = ['', false];
    const keep = (chunk: Buffer) => {
      output += chunk.toString();
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    const tell = () => {
      told = true;
      child.kill('SIGTERM');
    };
    for (const signal of signals) process.on(signal, tell);
    child.on('error', (error) => keep(Buffer.from(error.message)));
    child.on('close', (code) => {
      for (const signal of signals) process.off(signal, tell);
      if (told) process.exit(130);
      resolve({ tally: tallyOfOutput(output, code ?? 1), output });
    });
  });
}
