import { join } from 'node:path';
import { inRoot } from '../paths.js';
import { type Ran, runNode } from '../run/run.js';

const modules = (path: string) => inRoot('packages/tooling/node_modules', path);
const publint = modules('publint/src/cli.js');
const attw = modules('@arethetypeswrong/cli/dist/index.js');

/** The rooms somebody else could use by themselves. */
export const ROOMS: readonly string[] = ['claims', 'protocol', 'chat-client', 'widget', 'brand-kit'];

// A package that has no types at all is no failure to attw: there is nothing wrong about them.
const typed = ({ code, output }: Ran): Ran =>
  output.includes('does not contain types') ? { code: 1, output } : { code, output };

async function packaged(cwd: string): Promise<Ran> {
  const ran = [
    await runNode(publint, ['--strict', '.'], { cwd }),
    typed(await runNode(attw, ['--pack', '.', '--profile', 'esm-only', '--no-color', '--no-emoji'], { cwd })),
  ];
  const failed = ran.filter(({ code }) => code !== 0);
  return { code: failed.length, output: failed.map(({ output }) => output).join('\n') };
}

/** Whether the packages of strangers find what they are promised: entries, types, the form of their modules. */
export async function packages(root = inRoot(), rooms = ROOMS): Promise<Ran> {
  const ran = await Promise.all(rooms.map((room) => packaged(join(root, 'packages', room))));
  return {
    code: ran.some(({ code }) => code !== 0) ? 1 : 0,
    output: ran.map(({ output }) => output).join('\n'),
  };
}
