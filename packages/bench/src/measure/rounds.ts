import { type Spread, spreadOf } from './statistics.js';

/** Somebody who does the job once. Throws when the job was not done: a fast refusal must not win. */
export type Contender = { readonly name: string; readonly once: () => unknown };

export type Pace = {
  readonly rounds: number;
  /** How long each contender runs in each round. */
  readonly batchMs: number;
  /** How long each runs before anything is measured. */
  readonly warmUpMs: number;
};

export type Measured = {
  readonly name: string;
  readonly perSecond: Spread;
  /** Its throughput by that of the first contender, in the same round. */
  readonly ratio: Spread;
  /** Processor time of one, in all threads together, in microseconds: what others do on the machine is not in it. */
  readonly cpuMicros?: Spread;
};

/** One contender in one round. */
export type Batch = { readonly perSecond: number; readonly cpuMicros?: number };

/** As many as it can, so many at once, for so long. */
async function batch(once: () => unknown, atOnce: number, ms: number): Promise<Required<Batch>> {
  const cpu = process.cpuUsage();
  const begun = performance.now();
  let done = 0;
  const lane = async () => {
    while (performance.now() - begun < ms) {
      const answer = once();
      // What answers at once is not made to wait.
      if (answer instanceof Promise) await answer;
      done++;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  const seconds = (performance.now() - begun) / 1_000;
  const { user, system } = process.cpuUsage(cpu);
  return { perSecond: done / seconds, cpuMicros: (user + system) / done };
}

/** Each round begins with another, so that nobody always comes after the same one. */
export const inTurn = <Value>(all: readonly Value[], round: number): readonly Value[] => {
  const first = round % all.length;
  return [...all.slice(first), ...all.slice(0, first)];
};

/**
 * Contenders side by side: all of them in every round, so that whatever the machine does meanwhile is done to all.
 * The ratio is taken within each round, and of the ratios the median. The first contender is what others are
 * compared with.
 */
export async function compare(
  contenders: readonly Contender[],
  atOnce: number,
  { rounds, batchMs, warmUpMs }: Pace,
): Promise<readonly Measured[]> {
  for (const { once } of contenders) await batch(once, atOnce, warmUpMs);
  const made = new Map<Contender, Batch[]>(contenders.map((one) => [one, []]));
  for (let round = 0; round < rounds; round++)
    // No garbage is collected by force in between: with it goes code that was compiled for regular expressions.
    for (const contender of inTurn(contenders, round))
      made.get(contender)?.push(await batch(contender.once, atOnce, batchMs));
  return measuredOf(made);
}

/** From what every round gave, in the same order for all. */
export function measuredOf(made: ReadonlyMap<{ name: string }, readonly Batch[]>): readonly Measured[] {
  const [reference = []] = made.values();
  return [...made].map(([{ name }, batches]) => {
    const micros = batches.flatMap(({ cpuMicros }) => (cpuMicros === undefined ? [] : [cpuMicros]));
    return {
      name,
      perSecond: spreadOf(batches.map(({ perSecond }) => perSecond)),
      ratio: spreadOf(
        batches.map(({ perSecond }, round) => perSecond / (reference[round]?.perSecond ?? Number.NaN)),
      ),
      ...(micros.length === 0 ? {} : { cpuMicros: spreadOf(micros) }),
    };
  });
}
