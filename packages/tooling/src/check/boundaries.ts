import { inRoot } from '../paths.js';
import { type Ran, run, runNode } from '../run/run.js';

const cruiser = inRoot('node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
/** With TypeScript 7 a cruise without swc sees nothing and passes: fewer modules than this is a failure. */
const FEWEST_MODULES = 100;

/** Who may import whom, by `.dependency-cruiser.cjs`: each rule says why. */
export async function boundaries(root = inRoot(), fewest = FEWEST_MODULES): Promise<Ran> {
  const args = [
    '--config',
    inRoot('.dependency-cruiser.cjs'),
    '--output-type',
    'err-long',
    'apps',
    'packages',
    'e2e',
  ];
  const { code, output } = await runNode(cruiser, args, { cwd: root });
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
