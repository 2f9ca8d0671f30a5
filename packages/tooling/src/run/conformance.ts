import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  judge,
  type RanTest,
  readExceptions,
  readFacts,
  readReport,
  summary,
  table,
} from '../conformance/index.js';
import { inRoot } from '../paths.js';
import { runNode } from './run.js';

type Contract = {
  /** The document with the rows. */
  readonly document: string;
  readonly exceptions: string;
  /** Rows are numbered from one to this. */
  readonly last: number;
};

/** What can be held against what it stands in for. */
const contracts: Readonly<Record<string, Contract>> = {
  google: {
    document: inRoot('docs/google.md'),
    exceptions: inRoot('apps/mock-idp/conformance/google.json'),
    last: 83,
  },
};

/** The tests whose titles carry a number, run against the stand-in as it is. */
async function contractTests(): Promise<readonly RanTest[]> {
  const folder = mkdtempSync(join(tmpdir(), 'countersign-'));
  const report = join(folder, 'report.json');
  const config = 'vitest.integration.config.ts';
  const args = ['run', '--config', config, '--testNamePattern=^G[0-9]', '--reporter=json'];
  try {
    const { code, output } = await runNode(
      inRoot('packages/tooling/node_modules/vitest/vitest.mjs'),
      [...args, `--outputFile.json=${report}`],
      { cwd: inRoot('apps/mock-idp'), env: { FORCE_COLOR: '0' } },
    );
    if (!existsSync(report)) throw new Error(`The tests did not run (${code}):\n${output}`);
    return readReport(readFileSync(report, 'utf8'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Row by row: does the stand-in hold what is known of the original? */
export async function conformance(args: readonly string[]): Promise<number> {
  const [name = '', ...more] = args.filter((arg) => arg !== '--json');
  const contract = Object.hasOwn(contracts, name) ? contracts[name] : undefined;
  if (!contract || more.length > 0)
    throw new Error(`npm run conformance -- NAME [--json]. Known: ${Object.keys(contracts).join(', ')}`);
  const facts = readFacts(readFileSync(contract.document, 'utf8'), contract.last);
  const exceptions = readExceptions(readFileSync(contract.exceptions, 'utf8'));
  const rows = judge(facts, await contractTests(), exceptions);
  const shown = args.includes('--json')
    ? JSON.stringify({ contract: name, rows }, null, 2)
    : `${table(rows)}\n\n${summary(rows)}`;
  process.stdout.write(`${shown}\n`);
  return rows.every(({ verdict }) => verdict !== 'fail') ? 0 : 1;
}
