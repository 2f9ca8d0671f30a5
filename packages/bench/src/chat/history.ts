import { inTurn } from '../measure/rounds.js';
import { type Spread, spreadOf } from '../measure/statistics.js';
import { Driver } from './driver.js';
import { askedBy, type House, openHouse } from './house.js';
import { Running } from './running.js';

export type HistoryAmounts = {
  readonly stored: readonly number[];
  readonly rounds: number;
  readonly ms: number;
  readonly pages: number;
};
/** Milliseconds; ratios by the smallest, in the same round. */
export type Stored = {
  readonly messages: number;
  readonly page: Spread;
  readonly send: Spread;
  readonly pageRatio: Spread;
  readonly sendRatio: Spread;
};
export type HistoryResult = { readonly stored: readonly Stored[] };

/** Of what the same takes where little is stored. */
export const MOST_GROWTH = 1.2;
/** Where ten million messages fit. */
const ROOM = '/var/tmp';
const BEFORE = 250;

type Once = { readonly page: number; readonly send: number };

async function once(driver: Driver, house: House, { ms, pages }: HistoryAmounts): Promise<Once> {
  const times: number[] = [];
  for (let at = 0; at < pages; at++) {
    const begun = performance.now();
    await askedBy(house, `/${house.conversation}/messages?before=${BEFORE}`);
    times.push(performance.now() - begun);
  }
  const run = await driver.run(house.name, ms);
  return { page: spreadOf(times).median, send: run.acknowledged.p50 };
}

/** A page of history, and a message said, where few, many and very many messages are stored: side by side. */
export async function history(amounts: HistoryAmounts): Promise<HistoryResult> {
  const running = new Running();
  try {
    const driver = running.keep(await Driver.start());
    const houses = new Map<House, Once[]>();
    for (const messages of amounts.stored)
      houses.set(await openHouse(running, driver, messages, { parent: ROOM }), []);
    for (let round = 0; round <= amounts.rounds; round++)
      for (const house of inTurn([...houses.keys()], round)) {
        const measured = await once(driver, house, amounts);
        if (round > 0) houses.get(house)?.push(measured);
      }
    const [reference = []] = houses.values();
    const stored = [...houses.values()].map((runs, at) => ({
      messages: amounts.stored[at] ?? Number.NaN,
      page: spreadOf(runs.map(({ page }) => page)),
      send: spreadOf(runs.map(({ send }) => send)),
      pageRatio: spreadOf(runs.map(({ page }, round) => page / (reference[round]?.page ?? Number.NaN))),
      sendRatio: spreadOf(runs.map(({ send }, round) => send / (reference[round]?.send ?? Number.NaN))),
    }));
    return { stored };
  } finally {
    await running.stop();
  }
}
