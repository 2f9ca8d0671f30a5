import { check } from '../check/check.js';
import { phone } from '../mobile/index.js';
import { runApart } from './apart.js';
import { crossSite } from './cross-site.js';
import { e2e } from './e2e.js';
import { add, none, oneFailed, reportAlone, type Tally } from './tally.js';
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
const journeys: readonly Part[] = [
  { name: 'journeys', run: () => e2e(own, { env: { IN_SHORT: '1' } }) },
  // Before the journeys across sites, which are also the phone's where it could be built.
  { name: 'the phone', run: phone },
  { name: 'cross-site', run: () => crossSite(['--short']) },
];

/** Each with a house of its own, in which there is much to wait for: beside the journeys, one after the other. */
const beside: readonly (readonly [name: string, command: string, ...args: string[]])[] = [
  ['the life of a session', 'life', '--short'],
  ['chaos', 'chaos', '--short'],
  ['isolation', 'isolation', '--repeat-each=1'],
  ['several processes', 'house', '--test'],
  ['the app from outside', 'outside'],
  ['the documentation', 'docs:test', '--short'],
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
    return { name, tally: oneFailed(name, String(error)) };
  } finally {
    say(`── ${name} took ${secondsSince(begun)} s`);
  }
}

async function inTurn<One>(
  parts: readonly One[],
  attemptIt: (part: One) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  for (const part of parts) results.push(await attemptIt(part));
  return results;
}

/** What it said is told when it has ended, between the lines of the journeys. */
async function attemptBeside([name, command, ...args]: (typeof beside)[number]): Promise<Result> {
  const begun = Date.now();
  const { tally, output } = await runApart(command, args);
  say(`\n── ${name}, beside the journeys\n${output.trimEnd()}\n── ${name} took ${secondsSince(begun)} s\n`);
  return { name, tally };
}

/** All there is. The last line says how many. */
export async function test(): Promise<number> {
  const results = await inTurn(first, attempt);
  const rest = await Promise.all([inTurn(journeys, attempt), inTurn(beside, attemptBeside)]);
  results.push(...rest.flat());
  say('');
  for (const { name, tally } of results) say(`  ${name}: ${tally.passed} passed, ${tally.failed} failed`);
  return reportAlone(results.map(({ tally }) => tally).reduce(add, none));
}
