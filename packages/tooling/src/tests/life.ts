import { e2e } from './e2e.js';
import type { Tally } from './tally.js';

/**
 * The journeys through the life of a session: alone in a house whose time they move. With `--short` those that
 * `npm test` runs.
 */
export const life = (args: readonly string[] = []): Promise<Tally> =>
  e2e(['--config=life/playwright.config.ts', ...args.filter((one) => one !== '--short')], {
    testClock: true,
    env: args.includes('--short') ? { IN_SHORT: '1' } : {},
  });
