import { type Trace, trace as traceShape } from '@countersign/claims';
import { type Attack, attacks, makeKeyring } from '@countersign/protocol/attacks';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Log } from '../../dist/common/log.js';
import { type House, openHouse } from '../house/house.js';
import { report, whole } from './report.js';
import { isVerified, type Shown, Stage } from './stage.js';

/** What a library takes and no connection offers: a shorter life than the hour is not a brand's to choose. */
const notOffered = ({ rules }: Attack['changes'][number]) => rules?.maxLifetimeSeconds === 60;
const offered = ({ changes }: Attack) => changes.filter((change) => !notOffered(change));
const PERSON = ['ada-0042', 'ada@mail.example'];

let house: House;
let stage: Stage;
const lines: string[] = [];

beforeAll(async () => {
  house = await openHouse({ TRACE_REFUSED_PER_DAY: '100000' });
  const log = house.app.get(Log);
  log.info = (event, fields) => void lines.push(JSON.stringify({ event, ...fields }));
  log.warn = log.info;
  log.failure = (event) => void lines.push(JSON.stringify({ event, failure: true }));
  stage = await Stage.open(house, await makeKeyring());
});
afterAll(async () => {
  await stage.close();
  await house.close();
});

async function traceOf({ attempt }: Shown): Promise<Trace | undefined> {
  const row = await house.database.trace.findFirst({ where: { attemptId: attempt } });
  return row ? traceShape.parse(row.trace) : undefined;
}

/** What is wrong with how the attack ended; nothing if all is as the table says. */
async function missOf({ expect: reason, check }: Attack, shown: Shown): Promise<string | undefined> {
  const { answer, attempt, token } = shown;
  // Larger than any request may be: it is turned away before anybody reads it.
  if (answer.status === 413) return reason === 'proof_too_large' ? undefined : 'turned away at the door';
  if (answer.status === 200) return 'let in';
  if (answer.problem().reason !== reason) return `${answer.problem().reason ?? answer.problem().code}`;
  const found = (await traceOf(shown))?.steps.filter(({ outcome }) => outcome === 'failed');
  if (found?.map((step) => step.check).join() !== check)
    return `found by ${found?.map((step) => step.check).join()}, not by ${check}`;
  const own = lines.filter((line) => line.includes(attempt));
  if (own.length !== 1) return `${own.length} lines in the log`;
  const secrets = [...PERSON, ...token.split('.').filter((part) => part.length > 20)];
  return lines.some((line) => secrets.some((secret) => line.includes(secret)))
    ? 'given away in the log'
    : undefined;
}

async function rowMisses(name: string, attack: Attack): Promise<string[]> {
  const misses: string[] = [];
  const changes = offered(attack);
  for (const change of whole ? changes : changes.slice(0, 1)) {
    lines.length = 0;
    const miss = await missOf(attack, await stage.show(attack.of, change));
    if (miss !== undefined) misses.push(`${name}: expected ${attack.expect} by ${attack.check}, but ${miss}`);
  }
  return misses;
}

/** The whole table, or of each check and of each honest proof the first. */
function chosen(): [string, Attack][] {
  const all = Object.entries(attacks).filter(([, attack]) => offered(attack).length > 0);
  if (whole) return all;
  const [checks, proofs] = [new Set<string>(), new Set<string>()];
  return all.filter(([, { check, of }]) => {
    const first = !checks.has(check) || !proofs.has(of);
    checks.add(check);
    proofs.add(of);
    return first;
  });
}

test('every attack is refused by the running API for the reason of the table, found by the same check, with one line in the log that gives nobody away', async () => {
  const misses: string[] = [];
  // In the order of what a connection must demand, so that the brand is seldom changed.
  const rows = chosen().sort(([, a], [, b]) => a.of.localeCompare(b.of));
  let proofs = 0;
  for (const [name, attack] of rows) {
    proofs += whole ? offered(attack).length : 1;
    misses.push(...(await rowMisses(name, attack)));
  }
  const twins = [...new Set(rows.map(([, { of }]) => of))];
  let verified = 0;
  for (const of of twins) {
    const shown = await stage.show(of);
    if (isVerified(shown)) verified += 1;
    else misses.push(`the honest proof ${of} is ${shown.answer.text.slice(0, 300)}`);
  }
  report('The attack table over HTTP', [
    {
      rows: rows.length,
      'no connection offers': Object.values(attacks).filter((attack) => offered(attack).length === 0).length,
      proofs,
      missed: misses.length,
      'honest proofs': twins.length,
      verified,
    },
  ]);
  expect(misses).toEqual([]);
}, 600_000);
