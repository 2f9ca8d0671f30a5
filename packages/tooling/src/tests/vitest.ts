import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inRoot } from '../paths.js';
import { runNode } from '../run/run.js';
import { add, none, type Tally } from './tally.js';

const vitest = inRoot('packages/tooling/node_modules/vitest/vitest.mjs');

type Report = {
  numPassedTests: number;
  numFailedTests: number;
  numFailedTestSuites: number;
  success: boolean;
};

/** A report that is missing, or a run that failed without a failed test, counts as one failure. */
function tallyOf(file: string, code: number): Tally {
  if (!existsSync(file)) return { passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests, success } = JSON.parse(readFileSync(file, 'utf8')) as Report;
  const broken = numFailedTests === 0 && (code !== 0 || !success) ? 1 : 0;
  return { passed: numPassedTests, failed: numFailedTests + broken };
}

async function runVitest(config: string, cwd: string): Promise<Tally> {
  const report = join(mkdtempSync(join(tmpdir(), 'countersign-')), 'report.json');
  const args = [
    'run',
    '--config',
    config,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ];
  const { code } = await runNode(vitest, args, { cwd, show: true, env: { FORCE_COLOR: '0' } });
  return tallyOf(report, code);
}

/** The tests beside the files: no network, no database. */
export const small = (): Promise<Tally> =>
  runVitest(inRoot('packages/tooling/vitest/small.config.ts'), inRoot());

const rooms = (): string[] =>
  ['apps', 'packages'].flatMap((kind) => readdirSync(inRoot(kind)).map((name) => inRoot(kind, name)));

/** Against real PostgreSQL and the real stand-in, room by room. */
export async function integration(): Promise<Tally> {
  let tally = none;
  for (const room of rooms()) {
    const config = join(room, 'vitest.integration.config.ts');
    if (existsSync(config)) tally = add(tally, await runVitest(config, room));
  }
  return tally;
}
