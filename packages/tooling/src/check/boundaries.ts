import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot } from '../paths.js';
import { type Ran, run, runNode } from '../run/run.js';

const cruiser = inRoot('node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
/** With TypeScript 7 a cruise without swc sees nothing and passes: fewer modules than this is a failure. */
const FEWEST_MODULES = 100;

/** What people wrote; what is built from it lies beside and is not looked into. */
const sourcesOf = (root: string): string[] =>
  ['apps', 'packages']
    .flatMap((kind) =>
      readdirSync(join(root, kind)).flatMap((room) => [join(kind, room, 'src'), join(kind, room, 'test')]),
    )
    .concat('e2e')
    .filter((folder) => existsSync(join(root, folder)));

/** Who may import whom, by `.dependency-cruiser.cjs`: each rule says why. */
export async function boundaries(root = inRoot(), fewest = FEWEST_MODULES): Promise<Ran> {
  const args = [
    '--config',
    inRoot('.dependency-cruiser.cjs'),
    '--output-type',
    'err-long',
    ...sourcesOf(root),
  ];
  const { code, output: all } = await runNode(cruiser, args, { cwd: root });
  // What it says of TypeScript 7 is answered by swc.
  const [output = ''] = all.split('‼');
  const cruised = Number(/(\d+) modules/.exec(output)?.[1] ?? 0);
  if (code === 0 && cruised < fewest)
    return {
      code: 1,
      output: `Only ${cruised} modules were cruised: the rules saw next to nothing.\n${output}`,
    };
  if (code !== 0) return { code, output };
  const turbo = await run(process.execPath, [inRoot('node_modules/turbo/bin/turbo'), 'boundaries'], {
    cwd: root,
  });
  return { code: turbo.code, output: turbo.code === 0 ? `${cruised} modules cruised` : turbo.output };
}
