import { z } from 'zod';

/** Ten years either way: a slip of a zero is told, and no date runs out of its range. */
const MOST_SECONDS = 315_360_000;

/**
 * `PUT /v1/operator/test-clock`, where the service was started with the test clock. What is given is done in this order:
 * `reset`, `now`, `advanceSeconds`, `frozen`.
 */
export const moveTestClock = z
  .strictObject({
    /** The time from here on; it runs on unless it is frozen. */
    now: z.iso
      .datetime({ offset: true })
      .refine((value) => value >= '2000' && value < '2100', 'expected a time from 2000 to 2099')
      .optional(),
    advanceSeconds: z.number().min(-MOST_SECONDS).max(MOST_SECONDS).optional(),
    /** Stands still, or runs on from where it stood. */
    frozen: z.boolean().optional(),
    /** The machine's time again. */
    reset: z.literal(true).optional(),
  })
  .refine((given) => Object.keys(given).length > 0, 'expected one of now, advanceSeconds, frozen and reset')
  .refine(({ now, advanceSeconds }) => now === undefined || advanceSeconds === undefined, {
    path: ['advanceSeconds'],
    message: 'expected now or advanceSeconds, not both',
  });
export type MoveTestClock = z.infer<typeof moveTestClock>;

/** Also the answer of `GET`. */
export const testClockView = z.strictObject({
  now: z.iso.datetime(),
  frozen: z.boolean(),
  /** Seconds before the machine's time; negative behind it. */
  aheadSeconds: z.number().int(),
});
export type TestClockView = z.infer<typeof testClockView>;
