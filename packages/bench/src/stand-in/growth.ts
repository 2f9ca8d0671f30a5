import { type Point, slopeOf } from '../measure/statistics.js';
import { logIn } from './logins.js';
import { startOurs, stop } from './providers.js';

export type GrowthResult = {
  readonly logins: number;
  /** Heap and the buffers beside it, after garbage collection. */
  readonly checkpoints: readonly { readonly logins: number; readonly bytes: number }[];
  readonly bytesEach: number;
  readonly flat: boolean;
};

/** A login leaves a session, a grant, a code and a token: each kept one would be some kilobytes. */
export const FLAT_BYTES_EACH_LOGIN = 100;
/** Until its shelves are full the stand-in remembers, as it should. */
const WARM_UP = 0.5;

/** Whether the stand-in is as large after many logins as it was once it was warm. */
export async function growth(amounts: {
  readonly checkpoints: number;
  readonly each: number;
}): Promise<GrowthResult> {
  const ours = await startOurs();
  try {
    const checkpoints: { logins: number; bytes: number }[] = [];
    for (let at = 1; at <= amounts.checkpoints; at++) {
      await logIn(ours, amounts.each);
      checkpoints.push({ logins: at * amounts.each, bytes: await ours.program.ask<number>() });
    }
    const warm = checkpoints.slice(Math.floor(checkpoints.length * WARM_UP));
    const points: Point[] = warm.map(({ logins, bytes }) => ({ x: logins, y: bytes }));
    const bytesEach = slopeOf(points);
    const flat = bytesEach <= FLAT_BYTES_EACH_LOGIN;
    return { logins: amounts.checkpoints * amounts.each, checkpoints, bytesEach, flat };
  } finally {
    await stop(ours);
  }
}
