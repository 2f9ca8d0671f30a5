import {
  type Act,
  act,
  browsers,
  historyOf,
  MINUTE_MS,
  type Sight,
  sightOf,
  type World,
  worldOf,
} from '@countersign/protocol/life';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Clock } from '../../dist/common/clock.js';
import { AgeingService } from '../../dist/identity/index.js';
import { Backend } from '../house/backend.js';
import { type House, openHouse } from '../house/house.js';
import { implicit, type Larkspur, makeLarkspur } from '../house/larkspur.js';
import { Played, type Seen } from '../house/played.js';
import { whole } from './report.js';

const HISTORIES = whole ? 200 : 15;
/** What is to have come up at least, so that nothing was compared by leaving it out. */
const OF_EACH = HISTORIES / 20;
const SHORTEST = 4;
const LONGEST = 9;
const SEED = 20_261_128;
/** Between two acts: so that of two logouts and proofs it is always plain which came first. */
const PAUSE: Act = { kind: 'wait', minutes: 1 / 60 };
const PATIENCE = { timeout: 600_000 };

let house: House;
let larkspur: Larkspur;
let backend: Backend;
let now = new Date('2026-11-28T09:00:00Z');

beforeAll(async () => {
  house = await openHouse();
  larkspur = await makeLarkspur(house, [implicit('site', { mapping: { sub: 'sub', name: 'name' } })]);
  backend = await Backend.of(house, 'larkspur');
  // One clock for the API and the world it is compared with.
  house.app.get(Clock).now = () => now;
});
afterAll(() => house.close());

const shown = ({ standing, open, earlier, offer }: Sight): Seen => ({
  standing,
  open: open ? open.lines.map(({ text }) => text) : null,
  earlier: earlier.map(({ lines }) => lines.map(({ text }) => text).join(' · ')).sort(),
  offer: offer !== undefined,
});

/** The API does the rest of some acts after it has answered: what a browser sees is looked at until it agrees. */
async function agrees(played: Played, world: World, name: string): Promise<void> {
  const { standing, ...rest } = shown(sightOf(world, name));
  // A key that has no session is answered nothing, whatever became of the last one.
  const expected =
    standing === 'ended' || standing === 'revoked' ? { ...rest, standing: 'none' } : { ...rest, standing };
  await expect
    .poll(() => played.look(name), { timeout: 10_000, interval: 20, message: name })
    .toEqual(expected);
}

/** How often which act was answered how. */
const answered = new Map<string, number>();

async function play(history: readonly Act[], mark: string): Promise<void> {
  const played = new Played(house, larkspur, backend, mark);
  let world = worldOf(now, browsers);
  for (const one of history.flatMap((each) => [each, PAUSE])) {
    const [after, answer] = act(world, one);
    const given = await played.act(one);
    expect(given, JSON.stringify(one)).toBe(answer);
    const what = `${one.kind}: ${answer}`;
    answered.set(what, (answered.get(what) ?? 0) + 1);
    world = after;
    now = world.now;
    if (one.kind === 'wait') await house.app.get(AgeingService).look();
    if ('browser' in one) await agrees(played, world, one.browser);
  }
  for (const name of browsers) await agrees(played, world, name);
  // The next history begins on a day of its own.
  now = new Date(now.getTime() + 24 * 60 * MINUTE_MS);
}

test('random histories end in the API as they end in the world of the rules', PATIENCE, async () => {
  let run = 0;
  const choices = fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat()), {
    minLength: SHORTEST,
    maxLength: LONGEST,
  });
  const property = fc.asyncProperty(choices.map(historyOf), (history) => {
    run += 1;
    return play(history, `${run}`);
  });
  await fc.assert(property, { numRuns: HISTORIES, seed: SEED, endOnFailure: true });
  const tally = [...answered].filter(([what]) => !what.startsWith('wait'));
  process.stdout.write(`${run} histories. ${tally.map(([what, times]) => `${what} ${times}`).join(', ')}\n`);
  expect(run).toBeGreaterThanOrEqual(HISTORIES);
  for (const what of [
    'say: ok',
    'say: sending_held',
    'merge: ok',
    'prove: ok',
    'log out: ok',
    'sign out: ok',
  ])
    expect(answered.get(what) ?? 0, what).toBeGreaterThan(OF_EACH);
});
