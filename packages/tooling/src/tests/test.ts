import { runChaos } from '../chaos/index.js';
import { check } from '../check/check.js';
import { phone } from '../mobile/index.js';
import { crossSite } from './cross-site.js';
import { e2e } from './e2e.js';
import { isolation } from './isolation.js';
import { life } from './life.js';
import { outside } from './outside.js';
import { replicas } from './replicas.js';
import { add, none, reportAlone, type Tally } from './tally.js';
import { integration, small } from './vitest.js';

const parts: readonly (readonly [string, () => Promise<Tally>])[] = [
  ['check', check],
  ['small tests', () => small()],
  ['integration tests', () => integration()],
  ['chaos', () => runChaos(['--short'])],
  ['isolation', () => isolation(['--repeat-each=1'])],
  ['journeys', () => e2e(['--project=journeys', '--project=drills', '--project=last'])],
  // Before the journeys across sites, which are also the phone's where it could be built.
  ['the phone', phone],
  ['cross-site', () => crossSite(['--short'])],
  ['the life of a session', () => life()],
  ['several processes', () => replicas()],
  ['the app from outside', () => outside()],
];

/** A part that breaks is a failure, and does not keep the others from being told. */
async function attempt(name: string, part: () => Promise<Tally>): Promise<Tally> {
  process.stdout.write(`\n── ${name}\n`);
  const begun = Date.now();
  try {
    return await part();
  } catch (error) {
    process.stderr.write(
      `${name} broke: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
    return { passed: 0, failed: 1 };
  } finally {
    process.stdout.write(`── ${name} took ${Math.round((Date.now() - begun) / 1000)} s\n`);
  }
}

/** All there is. The last line says how many. */
export async function test(): Promise<number> {
  let tally = none;
  const lines: string[] = [];
  for (const [name, part] of parts) {
    const result = await attempt(name, part);
    lines.push(`${name}: ${result.passed} passed, ${result.failed} failed`);
    tally = add(tally, result);
  }
  process.stdout.write(`\n${lines.map((line) => `  ${line}`).join('\n')}\n`);
  return reportAlone(tally);
}
