import { startMockIdp } from '@countersign/mock-idp';
import { connectMockIdp, type ListedFault } from '@countersign/mock-idp/control';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { FaultLogin } from './house/fault-login.js';
import { type House, openHouse } from './house/house.js';

const running = await startMockIdp();
const rows = (await connectMockIdp(running.url).catalogue()).filter(({ judge }) => judge === 'service');

const ofNobody = ({ at }: ListedFault) => at === 'keys' || at === 'discovery';
/** What is fetched and kept is played as if it were eight hours ago: by now nobody trusts it any more. */
const earlier = rows.filter(ofNobody);
const now = rows.filter((row) => !ofNobody(row));

let house: House;
const logins = new Map<string, FaultLogin>();
const saidEarlier = new Map<string, string>();

const loginOf = ({ name }: ListedFault): FaultLogin => {
  const login = logins.get(name);
  if (!login) throw new Error(`${name} was not prepared`);
  return login;
};

async function playEarlier(row: ListedFault): Promise<void> {
  const login = loginOf(row);
  const armed = row.needs === 'cached-metadata' ? undefined : await login.arm('until-cleared');
  saidEarlier.set(row.name, await login.run());
  if (armed !== undefined) await login.clear(armed);
}

beforeAll(async () => {
  house = await openHouse();
  for (const row of rows) logins.set(row.name, await FaultLogin.prepare(house, running.url, row));
  house.later({ minutes: -8 * 60 });
  await Promise.all(earlier.map(playEarlier));
  house.resetClock();
});
afterAll(async () => {
  await house.close();
  await running.close();
});

/** Armed for one login, spent by it, and gone with the next. */
async function judged(row: ListedFault): Promise<string> {
  const login = loginOf(row);
  const id = await login.arm();
  const said = await login.run();
  expect(await login.isArmed(id), 'the fault came off').toBe(false);
  return said;
}

async function livesOn(row: ListedFault): Promise<void> {
  expect(await loginOf(row).run(), 'the same login with the fault off').toBe('verified');
  expect(await loginOf(row).chatAnonymously()).toBe('Is anybody there?');
}

test('every fault that the service can see is played', () => {
  expect(rows.length).toBeGreaterThan(80);
});

// Those that wait come first, so that the others run beside them.
const waits = /key-unknown|key-turned|token-(slow|drip)/;
const ordered = [...now].sort((one, other) => Number(waits.test(other.name)) - Number(waits.test(one.name)));

test.concurrent.each(ordered)('$name is $expect, and the next login is verified', async (row) => {
  if (row.needs === 'cached-metadata') expect(await loginOf(row).run()).toBe('verified');
  expect(await judged(row)).toBe(row.expect);
  await livesOn(row);
});

test.concurrent.each(earlier)('$name is $expect, and the next login is verified', async (row) => {
  const said = row.needs === 'cached-metadata' ? await judged(row) : saidEarlier.get(row.name);
  expect(said).toBe(row.expect);
  await livesOn(row);
});
