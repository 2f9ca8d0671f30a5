import { cpus } from 'node:os';
import { leaveOnSignal } from '../leave.js';
import { add, none, oneFailed, onePassed, type Tally } from '../tests/tally.js';
import type { Fault } from './faults/index.js';
import { ChaosHouse } from './house/house.js';
import { balance, isBalanced, type Row, type Shown, type Stored } from './ledger.js';
import { type Plan, planOf } from './options.js';
import { Talks } from './people/talks.js';
import { heading, lineOf } from './table.js';

const say = (text: string) => process.stdout.write(`${text}\n`);

/** Numbers by chance that are the same in each run of a seed (mulberry32). */
function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const storedIn = (house: ChaosHouse): Promise<readonly Stored[]> =>
  house.database.ask(
    (prisma) => prisma.$queryRaw<Stored[]>`
      SELECT conversation_id::text AS conversation, number, "from"::text AS "from", text FROM messages
      ORDER BY conversation_id, number`,
  );

const shownIn = ({ all }: Talks): readonly Shown[] =>
  all.map(({ id, visitor, desk }) => ({ id, consumer: visitor.lines, agent: desk.linesOf(id) }));

/** People write, something breaks, it is whole again, everybody has what was said: then the accounts are compared. */
async function tried(house: ChaosHouse, talks: Talks, fault: Fault, plan: Plan): Promise<Row> {
  const { book } = talks;
  house.forgetFalls();
  const begun = performance.now();
  book.begin(fault.name);
  talks.start();
  try {
    await fault.run({ house, talks, seconds: plan.secondsEach, random: randomOf(plan.seed) });
    await house.ready();
  } finally {
    if (!(await talks.settle())) for (const line of unsettled(talks)) say(`  ${line}`);
  }
  const row = balance(
    {
      fault: fault.name,
      seconds: (performance.now() - begun) / 1_000,
      crashes: house.falls.length,
    },
    book,
    await storedIn(house),
    shownIn(talks),
  );
  say(lineOf(row));
  for (const fall of house.falls) say(`  ${fall.replaceAll('\n', '\n    ')}`);
  for (const [why, count] of book.refusals) say(`  refused ${count} ×: ${why}`);
  book.forget(fault.name);
  return row;
}

/** Of each kind: enough to look for. */
const NAMED = 5;

const unsettled = ({ all, book }: Talks): readonly string[] => [
  ...all
    .filter(({ id, visitor, desk }) => visitor.unsent > 0 || desk.unsentOf(id) > 0)
    .map(({ id, visitor, desk }) => `${id}: ${visitor.standing}, ${desk.unsentOf(id)} unsent at the desk`),
  ...book.unseen.slice(0, NAMED).map((text) => `acknowledged, and not shown to the other side: ${text}`),
];

async function tryAll(house: ChaosHouse, plan: Plan): Promise<readonly Row[]> {
  const talks = await Talks.begin(house, plan);
  try {
    if (!(await talks.settle())) throw new Error('The first lines did not arrive.');
    say(`\n${heading()}`);
    const rows: Row[] = [];
    for (const fault of plan.faults) {
      const skipped = fault.skipped?.(house);
      if (skipped === undefined) rows.push(await tried(house, talks, fault, plan));
      else say(`${fault.name.padEnd(16)} skipped: ${skipped}`);
    }
    return rows;
  } finally {
    talks.leave();
  }
}

function introduce({ members, redis }: ChaosHouse, plan: Plan): void {
  const [cpu] = cpus();
  say(
    `${new Date().toISOString().slice(0, 16)}Z · ${cpus().length} × ${cpu?.model ?? 'processor'} · Node ${process.version}`,
  );
  const by = redis
    ? `${members.length} processes of the API, Redis`
    : 'one process of the API (no redis-server)';
  say(
    `${by}, PostgreSQL; ${plan.conversations} conversations, ${plan.perSecond} lines a second, seed ${plan.seed}`,
  );
  for (const { name, says } of plan.faults) say(`  ${name.padEnd(15)} ${says}`);
}

/** What is broken one after the other, and whether the ledger balances for each. */
export async function runChaos(args: readonly string[]): Promise<Tally> {
  const plan = planOf(args);
  const begun = performance.now();
  const starting = ChaosHouse.start(plan.processes);
  // Its database, its disk and its processes would outlive whoever is interrupted, also while it starts.
  const leave = leaveOnSignal(() => starting.then((house) => house.close()));
  const house = await starting;
  try {
    introduce(house, plan);
    const rows = await tryAll(house, plan);
    const wrong = rows.filter((row) => !isBalanced(row));
    const minutes = ((performance.now() - begun) / 60_000).toFixed(1);
    say(
      `\n${rows.length} faults in ${minutes} minutes; the ledger balances for ${rows.length - wrong.length} of them.`,
    );
    if (wrong.length > 0)
      say(`Not for: ${wrong.map(({ fault }) => fault).join(', ')}. What the processes wrote: ${house.logs}`);
    return rows
      .map((row) =>
        isBalanced(row) ? onePassed : oneFailed(`chaos: ${row.fault}`, 'The ledger does not balance.'),
      )
      .reduce(add, none);
  } finally {
    leave();
    await house.close();
  }
}
