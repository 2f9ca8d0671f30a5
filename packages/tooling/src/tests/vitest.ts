import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inRoot } from '../paths.js';
import { runNode } from '../run/run.js';
import { givenAway } from './canary.js';
import { chromiumFor } from './chromium.js';
import { filtersFor } from './filters.js';
import { add, none, oneFailed, onePassed, type Tally, tallyOfVitest } from './tally.js';

const vitest = inRoot('packages/tooling/node_modules/vitest/vitest.mjs');

type Some = { readonly filters?: readonly string[]; readonly env?: Readonly<Record<string, string>> };

async function runVitest(
  config: string,
  cwd: string,
  { filters = [], env = {} }: Some,
): Promise<Tally & { output: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'countersign-'));
  const report = join(folder, 'report.json');
  const args = [
    'run',
    '--config',
    config,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    // A filter may fit no test of a room; that it fits none at all is told by the sum.
    ...(filters.length > 0 ? ['--passWithNoTests', ...filters] : []),
  ];
  try {
    const { code, output } = await runNode(vitest, args, {
      cwd,
      show: true,
      env: { FORCE_COLOR: '0', ...env },
    });
    return { ...tallyOfVitest(report, code), output };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The tests beside the files: no network, no database. A filter is a part of a path. */
export const small = (filters: readonly string[] = []): Promise<Tally> =>
  runVitest(inRoot('packages/tooling/vitest/small.config.ts'), inRoot(), { filters });

const rooms = (): string[] =>
  ['apps', 'packages']
    .flatMap((kind) => readdirSync(inRoot(kind)).map((name) => `${kind}/${name}`))
    .concat('docs');

/** What the house of a test logs goes to this run's output: a token or a person in it is a failure of its own. */
function canaryOf(output: string, room: string): Tally {
  const logged = output.split('\n').filter((line) => line.startsWith('{"level":'));
  const hits = givenAway(logged.join('\n'), room);
  for (const hit of hits.slice(0, 20)) process.stderr.write(`${hit}\n`);
  return hits.length === 0 ? onePassed : oneFailed(`the log of ${room}`, hits[0]);
}

/** One drill of the API at its whole length, alone on the machine. */
export function drill(name: string): Promise<Tally> {
  const room = inRoot('apps/api');
  const filters = [`test/drills/${name}.test.ts`];
  return runVitest(join(room, 'vitest.integration.config.ts'), room, { filters, env: { DRILL: 'whole' } });
}

/** Against real PostgreSQL and the real stand-in, room by room. A filter is a room, or a part of a path. */
export async function integration(filters: readonly string[] = []): Promise<Tally> {
  let tally = none;
  for (const room of rooms()) {
    const config = inRoot(room, 'vitest.integration.config.ts');
    const meant = filtersFor(room, filters);
    if (!existsSync(config) || meant === undefined) continue;
    // Some guides of the stand-in are for a browser, and are run in one.
    const env = room === 'apps/mock-idp' ? await chromiumFor() : {};
    const { output, ...result } = await runVitest(config, inRoot(room), { filters: meant, env });
    if (result.passed + result.failed === 0) continue;
    tally = add(add(tally, result), canaryOf(output, room));
  }
  return tally;
}
