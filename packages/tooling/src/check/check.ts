import { inRoot } from '../paths.js';
import { biome } from '../run/format.js';
import { type Ran, runNode } from '../run/run.js';
import { add, none, oneFailed, onePassed, type Tally } from '../tests/tally.js';
import { boundaries } from './boundaries.js';
import { docs } from './docs.js';
import { packages } from './packages.js';
import { sizes } from './sizes.js';
import { words } from './words.js';

const turbo = inRoot('node_modules/turbo/bin/turbo');
type Part = { readonly name: string; readonly run: () => Promise<Ran> };

const parts: readonly Part[] = [
  { name: 'format and lint', run: () => runNode(biome, ['ci', '--colors=off', '--error-on-warnings', '.']) },
  { name: 'types', run: () => runNode(turbo, ['run', 'types', '--output-logs=errors-only']) },
  { name: 'boundaries', run: boundaries },
  { name: 'sizes', run: async () => sizes(false) },
  { name: 'words', run: words },
  { name: 'packages', run: () => packages() },
  { name: 'docs', run: async () => docs() },
];

/** Format, lint, types, boundaries, sizes, forbidden words, packages, docs: each part counts as one test. */
export async function check(): Promise<Tally> {
  const results = await Promise.all(
    parts.map(async ({ name, run }) => {
      const begun = Date.now();
      const { code, output } = await run();
      const seconds = ((Date.now() - begun) / 1000).toFixed(1);
      process.stdout.write(
        `${code === 0 ? '✓' : '✗'} ${name} (${seconds} s)\n${code === 0 ? '' : `${output}\n`}`,
      );
      return code === 0 ? onePassed : oneFailed(name, output);
    }),
  );
  return results.reduce(add, none);
}
