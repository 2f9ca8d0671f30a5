import {
  attackGroups,
  type Killed,
  killEach,
  type LogoutResult,
  makeKeyring,
  presentAll,
  type RowResult,
  attacks as rows,
  runLogouts,
  runTable,
} from '@countersign/protocol/attacks';
import { world } from './world.js';

/** The least the table may have: rows in all, and rows for each check. */
const [FEWEST_ROWS, FEWEST_EACH] = [200, 3];

const print = (line = ''): void => void process.stdout.write(`${line}\n`);

export type AttacksSummary = {
  readonly rows: number;
  readonly refused: number;
  readonly twinsVerified: number;
  readonly checksKilled: number;
  readonly checks: number;
  readonly logouts: number;
  readonly logoutsRefused: number;
};

type Ran = {
  readonly table: readonly RowResult[];
  readonly killed: readonly Killed[];
  readonly logouts: readonly LogoutResult[];
};

async function run(): Promise<Ran> {
  const ring = await makeKeyring();
  const presented = await presentAll(rows, world, ring);
  return {
    table: await runTable(presented),
    killed: await killEach(presented),
    logouts: await runLogouts(world, ring),
  };
}

const summaryOf = ({ table, killed, logouts }: Ran): AttacksSummary => ({
  rows: table.length,
  refused: table.filter(({ miss }) => miss === undefined).length,
  twinsVerified: table.filter(({ twinMiss }) => twinMiss === undefined).length,
  checksKilled: killed.filter(({ letIn }) => letIn.length > 0).length,
  checks: killed.length,
  logouts: logouts.length,
  logoutsRefused: logouts.filter(({ miss }) => miss === undefined).length,
});

function missesOf({ table, killed, logouts }: Ran): string[] {
  const each = killed.map(({ check }) => table.filter(({ attack }) => attack.check === check).length);
  return [
    ...[...table, ...logouts].flatMap(({ name, attack, miss }) =>
      miss === undefined ? [] : [`${name}: expected ${attack.expect} by ${attack.check}, got ${miss}`],
    ),
    ...[...table, ...logouts].flatMap(({ name, twinMiss }) =>
      twinMiss === undefined ? [] : [`${name}: its twin was refused, ${twinMiss}`],
    ),
    ...killed.flatMap(({ check, letIn }) => (letIn.length > 0 ? [] : [`nothing is let in without ${check}`])),
    ...killed.flatMap(({ check }, at) =>
      (each[at] ?? 0) < FEWEST_EACH ? [`${check} has only ${each[at]} rows of ${FEWEST_EACH}`] : [],
    ),
    ...(table.length < FEWEST_ROWS ? [`only ${table.length} rows of ${FEWEST_ROWS}`] : []),
  ];
}

const printRow = ({ name, attack, miss }: RowResult | LogoutResult): void =>
  print(`  ${miss === undefined ? '✓' : '✗'} ${attack.expect.padEnd(27)} ${name}: ${attack.why}`);

function printTable({ table: results, logouts }: Ran): void {
  const byName = new Map(results.map((row) => [row.name, row]));
  for (const [title, group] of Object.entries(attackGroups)) {
    print(`\n${title}`);
    for (const name of Object.keys(group)) {
      const row = byName.get(name);
      if (row) printRow(row);
    }
  }
  print('\nLogout tokens');
  for (const row of logouts) printRow(row);
}

function printKilled(killed: readonly Killed[]): void {
  print('\nWithout one check, what is let in');
  for (const { check, letIn } of killed) {
    const [first = 'nothing', ...others] = letIn;
    const more = others.length === 0 ? '' : ` and ${others.length} more`;
    print(`  ${letIn.length > 0 ? '✓' : '✗'} ${check.padEnd(22)} ${first}${more}`);
  }
}

/** Runs every attack against the verifier that judges; `--kill` against each list without one check as well. */
export async function attacks(args: readonly string[]): Promise<number> {
  const ran = await run();
  const misses = missesOf(ran);
  const summary = summaryOf(ran);
  if (args.includes('--json')) print(JSON.stringify(summary));
  else {
    printTable(ran);
    if (args.includes('--kill')) printKilled(ran.killed);
    print(
      `\n${summary.refused} of ${summary.rows} attacks refused for their reason, ${summary.twinsVerified} of ${summary.rows} twins verified, none skipped;`,
    );
    print(`${summary.logoutsRefused} of ${summary.logouts} lies with a logout token refused;`);
    print(`${summary.checksKilled} of ${summary.checks} checks cannot be missed.`);
  }
  for (const miss of misses) process.stderr.write(`✗ ${miss}\n`);
  return misses.length === 0 ? 0 : 1;
}
