import type { Visit } from './figures.ts';

/**
 * Everybody in every round, and each round begins with another: what the machine does in between is done to all. A first
 * look at each warms the servers up and is not counted.
 */
export async function takeTurns<Name extends string>(
  visits: Readonly<Record<Name, () => Promise<Visit>>>,
  rounds: number,
  tell: (line: string) => void,
): Promise<Readonly<Record<Name, readonly Visit[]>>> {
  const names = Object.keys(visits) as Name[];
  const found = Object.fromEntries(names.map((name) => [name, [] as Visit[]])) as Record<Name, Visit[]>;
  for (const name of names) await visits[name]();
  for (let round = 0; round < rounds; round += 1) {
    const first = round % names.length;
    for (const name of [...names.slice(first), ...names.slice(0, first)]) {
      const seen = await visits[name]();
      found[name].push(seen);
      const { accessibility, bestPractices, lcp, tbt, cls } = seen;
      tell(`round ${round + 1}, ${name}: ${JSON.stringify({ accessibility, bestPractices, lcp, tbt, cls })}`);
    }
  }
  return found;
}
