import { inRoot } from '../paths.js';
import { type Ran, runNode } from '../run/run.js';

const modules = (path: string) => inRoot('packages/tooling/node_modules', path);
const publint = modules('publint/src/cli.js');
const attw = modules('@arethetypeswrong/cli/dist/index.js');

/** The rooms somebody else could use by themselves. */
const ROOMS = ['claims', 'protocol'];

async function packaged(room: string): Promise<Ran> {
  const cwd = inRoot('packages', room);
  const ran = [
    await runNode(publint, ['--strict', '.'], { cwd }),
    await runNode(attw, ['--pack', '.', '--profile', 'esm-only', '--no-color', '--no-emoji'], { cwd }),
  ];
  const failed = ran.filter(({ code }) => code !== 0);
  return { code: failed.length, output: failed.map(({ output }) => output).join('\n') };
}

/** Whether the packages of strangers find what they are promised: entries, types, the form of their modules. */
export async function packages(): Promise<Ran> {
  const ran = await Promise.all(ROOMS.map(packaged));
  return {
    code: ran.some(({ code }) => code !== 0) ? 1 : 0,
    output: ran.map(({ output }) => output).join('\n'),
  };
}
