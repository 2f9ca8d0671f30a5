import { check } from '../check/check.js';
import { phone } from '../mobile/index.js';
import { runApart } from './apart.js';
import { e2e } from './e2e.js';
import { add, none, reportAlone, type Tally } from './tally.js';
import { integration, small } from './vitest.js';

type Part = { readonly name: string; readonly run: () => Promise<Tally> };
type Result = { readonly name: string; readonly tally: Tally };

/** They keep every core busy: one after the other. */
const first: readonly Part[] = [
  { name: 'check', run: check },
  { name: 'small tests', run: () => small() },
  { name: 'integration tests', run: () => integration() },
];

const own = ['--project=journeys', '--project=drills', '--project=last'];

/** What it says is told when it has ended, between the lines of what runs beside it. */
const apart = (name: string, command: string, ...args: string[]): Part => ({
  name,
  run: async () => {
    const { tally, output } = await runApart(command, args);
    say(`\n── ${name}, as it went\n${output.trimEnd()}`);
    return tally;
  },
});

/**
 * Each with a house of its own, in which there is much to wait for: two at a time, and the next when one has ended, the
 * longest first. The phone before the journeys across sites, which are also the phone's where it could be built.
 */
const rest: readonly Part[] = [
  { name: 'journeys', run: () => e2e(own, { env: { IN_SHORT: '1' } }) },
  { name: 'the phone', run: phone },
  apart('the life of a session', 'life'),
  apart('cross-site', 'cross-site', '--short'),
  apart('chaos', 'chaos', '--short'),
  apart('several processes', 'house', '--test'),
  apart('isolation', 'isolation', '--repeat-each=1'),
  apart('the app from outside', 'outside'),
];

const say = (line: string) => process.stdout.write(`${line}\n`);
const secondsSince = (begun: number) => Math.round((Date.now() - begun) / 1_000);

/** A part that breaks is a failure, and does not keep the others from being told. */
async function attempt({ name, run }: Part): Promise<Result> {
  say(`\n── ${name}`);
  const begun = Date.now();
  try {
    return { name, tally: await run() };
  } catch (error) {
    process.stderr.write(
      `${name} broke: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
    return { name, tally: { passed: 0, failed: 1 } };
  } finally {
    say(`── ${name} took ${secondsSince(begun)} s`);
  }
}

/** So many at a time. The results in the order of the parts. */
async function attemptAll(parts: readonly Part[], lanes: number): Promise<Result[]> {
  const waiting = [...parts.entries()];
  const results: Result[] = [];
  const lane = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) results[next[0]] = await attempt(next[1]);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return results;
}

/** All there is. The last line says how many. */
export async function test(): Promise<number> {
  const results = [...(await attemptAll(first, 1)), ...(await attemptAll(rest, 2))];
  say('');
  for (const { name, tally } of results) say(`  ${name}: ${tally.passed} passed, ${tally.failed} failed`);
  return reportAlone(results.map(({ tally }) => tally).reduce(add, none));
}
