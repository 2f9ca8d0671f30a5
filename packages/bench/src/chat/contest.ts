import { inTurn } from '../measure/rounds.js';
import { type Spread, spreadOf } from '../measure/statistics.js';
import type { Contender } from './contenders.js';
import type { Driver } from './driver.js';
import type { Ledger } from './ledger.js';
import { processorOf } from './processor.js';
import type { Run } from './wire.js';

export type Pace = { readonly rounds: number; readonly ms: number };

/** What one contender did in the rounds of one row. Times in milliseconds. */
export type Carried = {
  readonly name: string;
  readonly perSecond: Spread;
  /** By the first contender, in the same round. */
  readonly ratio: Spread;
  readonly acknowledged: { readonly p50: Spread; readonly p99: Spread };
  readonly seen: { readonly p50: Spread; readonly p99: Spread };
  /** Of one core. */
  readonly driver: Spread;
  /** Processor time of one message in microseconds, where the system tells. */
  readonly service?: Spread;
  readonly database?: Spread;
  /** Bytes of PostgreSQL's log, and transactions, for one message. */
  readonly wal: Spread;
  readonly commits: Spread;
};

/** One number of conversations. With a rate: so many a second come, whatever becomes of those before. */
export type Row = {
  readonly conversations: number;
  readonly rate?: number;
  readonly carried: readonly Carried[];
};

type Measured = Run & {
  readonly service: number | undefined;
  readonly database: number | undefined;
  readonly wal: number;
  readonly commits: number;
};

const MICROS = 1_000_000;

const usedBy = ({ pids }: Contender): number | undefined => {
  const used = pids.map(processorOf);
  return used.every((one) => one !== undefined) ? used.reduce((sum, one) => sum + one, 0) : undefined;
};

const between = (before: number | undefined, after: number | undefined, messages: number) =>
  before === undefined || after === undefined ? undefined : ((after - before) * MICROS) / messages;

export type Hall = { readonly driver: Driver; readonly ledger: Ledger };

async function once(
  { driver, ledger }: Hall,
  contender: Contender,
  ms: number,
  rate: number | undefined,
): Promise<Measured> {
  const [before, used] = [await ledger.read(), usedBy(contender)];
  const run = await driver.run(contender.name, ms, rate);
  const [after, usedNow] = [await ledger.read(), usedBy(contender)];
  return {
    ...run,
    service: between(used, usedNow, run.messages),
    database: between(before.processor, after.processor, run.messages),
    wal: (after.wal - before.wal) / run.messages,
    commits: (after.commits - before.commits) / run.messages,
  };
}

function carriedBy(name: string, runs: readonly Measured[], reference: readonly Measured[]): Carried {
  const spread = (of: (run: Measured) => number) => spreadOf(runs.map(of));
  const known = (of: (run: Measured) => number | undefined) => {
    const values = runs.map(of).filter((value) => value !== undefined);
    return values.length === runs.length ? spreadOf(values) : undefined;
  };
  const [service, database] = [known((run) => run.service), known((run) => run.database)];
  return {
    name,
    perSecond: spread((run) => run.perSecond),
    ratio: spreadOf(runs.map(({ perSecond }, at) => perSecond / (reference[at]?.perSecond ?? Number.NaN))),
    acknowledged: { p50: spread((run) => run.acknowledged.p50), p99: spread((run) => run.acknowledged.p99) },
    seen: { p50: spread((run) => run.seen.p50), p99: spread((run) => run.seen.p99) },
    driver: spread((run) => run.driver),
    ...(service ? { service } : {}),
    ...(database ? { database } : {}),
    wal: spread((run) => run.wal),
    commits: spread((run) => run.commits),
  };
}

/** All contenders are seated at once and speak in turn; the first round warms up and is forgotten. */
export async function contest(
  hall: Hall,
  contenders: readonly Contender[],
  conversations: number,
  pace: Pace,
  rate?: number,
): Promise<Row> {
  const made = new Map<Contender, Measured[]>(contenders.map((one) => [one, []]));
  for (const one of contenders) await hall.driver.open(one.name, await one.seats(conversations));
  try {
    for (let round = 0; round <= pace.rounds; round++) {
      for (const one of inTurn(contenders, round)) {
        const measured = await once(hall, one, pace.ms, rate);
        if (round > 0) made.get(one)?.push(measured);
      }
      // As the server does by itself within a minute: plans rest on what it knows of the tables.
      if (round === 0) for (const one of contenders) await one.settle?.();
    }
  } finally {
    for (const one of contenders) await hall.driver.close(one.name);
  }
  const [reference = []] = made.values();
  const carried = [...made].map(([{ name }, runs]) => carriedBy(name, runs, reference));
  return { conversations, ...(rate === undefined ? {} : { rate }), carried };
}
