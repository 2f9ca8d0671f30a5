import { z } from 'zod';
import type { Clock } from '../clock/index.js';
import { read } from './read.js';
import { Refused } from './refused.js';
import type { Route } from './route.js';

const range = { from: Date.UTC(2000), to: Date.UTC(2101) };
const years = 'expected a time from 2000 to 2100';

const hundredYears = 100 * 366 * 24 * 60 * 60;

/** Where a clock is to stand. */
const clockChange = z
  .strictObject({
    now: z.iso.datetime({ offset: true, error: 'expected an ISO time like 2030-01-31T12:00:00Z' }).optional(),
    /** Backwards, if it is negative. */
    advanceSeconds: z.number().min(-hundredYears).max(hundredYears).optional(),
    frozen: z.boolean().optional(),
    /** The machine’s time again, before anything else that is asked. */
    reset: z.literal(true).optional(),
  })
  .refine((change) => Object.values(change).some((value) => value !== undefined), {
    message: 'expected one of now, advanceSeconds, frozen and reset',
  })
  .refine(({ now, advanceSeconds }) => now === undefined || advanceSeconds === undefined, {
    path: ['advanceSeconds'],
    message: 'expected now or advanceSeconds, not both',
  });
export type ClockChange = z.input<typeof clockChange>;

function targetOf(clock: Clock, { now, advanceSeconds = 0, reset }: ClockChange): Date {
  const from = reset ? Date.now() : clock.now().getTime();
  const target = new Date(now === undefined ? from + advanceSeconds * 1000 : now);
  if (target.getTime() >= range.from && target.getTime() < range.to) return target;
  const member = now === undefined ? 'advanceSeconds' : 'now';
  throw new Refused(400, {
    error: 'body_invalid',
    message: 'The body is not as expected.',
    members: [{ member, expected: years }],
  });
}

export const clockRoutes: Readonly<Record<string, Route>> = {
  'GET /clock': ({ namespace: { clock } }) => ({ status: 200, body: clock.state }),
  'POST /clock': async ({ namespace: { clock }, req }) => {
    const change = await read(req, clockChange);
    const target = targetOf(clock, change);
    if (change.reset) clock.reset();
    if (change.frozen === true) clock.freeze();
    if (change.now !== undefined || change.advanceSeconds !== undefined) clock.move(target);
    if (change.frozen === false) clock.thaw();
    return { status: 200, body: clock.state };
  },
};
