import { runChaos } from './chaos/index.js';
import { check } from './check/check.js';
import { sizes } from './check/sizes.js';
import { follow } from './follow/follow.js';
import { mobile } from './mobile/index.js';
import { observe } from './observe/index.js';
import { attacks } from './proofs/attacks.js';
import { audit } from './run/audit.js';
import { backup, restore } from './run/backup.js';
import { bench } from './run/bench.js';
import { conformance } from './run/conformance.js';
import { buildDocs, serveDocs } from './run/docs-site.js';
import { format } from './run/format.js';
import { house } from './run/house.js';
import { https } from './run/https.js';
import { lighthouse } from './run/lighthouse.js';
import { pictures } from './run/pictures.js';
import { rotateKeys } from './run/rotate-keys.js';
import type { Ran } from './run/run.js';
import { sealKeys } from './run/seal-keys.js';
import { start } from './run/start.js';
import { crossSite, windowsTable } from './tests/cross-site.js';
import { testDocs } from './tests/documentation.js';
import { runDrills } from './tests/drills.js';
import { e2e } from './tests/e2e.js';
import { isolation } from './tests/isolation.js';
import { life } from './tests/life.js';
import { outside } from './tests/outside.js';
import { reportAlone } from './tests/tally.js';
import { test } from './tests/test.js';
import { integration, small } from './tests/vitest.js';

const shown = ({ code, output }: Ran): number => {
  process.stdout.write(`${output}\n`);
  return code;
};

const commands: Readonly<Record<string, (args: readonly string[]) => Promise<number>>> = {
  start: (args) => start(args),
  dev: (args) => start(args, true),
  check: async () => reportAlone(await check()),
  sizes: async () => shown(sizes(true)),
  format,
  test,
  'test:small': async (args) => reportAlone(await small(args)),
  'test:integration': async (args) => reportAlone(await integration(args)),
  e2e: async (args) => reportAlone(await e2e(args)),
  life: async (args) => reportAlone(await life(args)),
  'cross-site': async (args) => reportAlone(await crossSite(args)),
  'windows-table': async () => reportAlone(await windowsTable()),
  outside: async (args) => reportAlone(await outside(args)),
  drills: async (args) => {
    const tally = await runDrills(args);
    return tally ? reportAlone(tally) : 0;
  },
  follow: async () => follow(),
  observe: async () => observe(),
  chaos: async (args) => reportAlone(await runChaos(args)),
  isolation: async (args) => reportAlone(await isolation(args)),
  house,
  https,
  'keys:rotate': rotateKeys,
  'keys:seal': sealKeys,
  audit,
  backup,
  restore,
  pictures,
  lighthouse,
  docs: serveDocs,
  'docs:build': buildDocs,
  'docs:test': async (args) => reportAlone(await testDocs(args)),
  mobile,
  attacks,
  // Its arbitraries take two seconds to make, and whoever types `npm start` would wait for them.
  fuzz: async (args) => (await import('./proofs/fuzz/index.js')).fuzzCommand(args),
  bench,
  conformance,
};

const [name = '', ...args] = process.argv.slice(2);
const command = commands[name];
try {
  if (!command) throw new Error(`There is no command ${name}. Known: ${Object.keys(commands).join(', ')}`);
  process.exitCode = await command(args);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
// A socket that somebody forgot must not keep a finished command alive.
process.exit();
