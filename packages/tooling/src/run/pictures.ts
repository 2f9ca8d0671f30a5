import { environment } from '../env.js';
import { e2e } from '../tests/e2e.js';
import { reportAlone } from '../tests/tally.js';

/** Takes the pictures of `docs/pictures` from the running product: all, or those of a part (`desk`, `widget` …). */
export const pictures = async (parts: readonly string[]): Promise<number> =>
  reportAlone(
    // Some show what only time brings about.
    await e2e(['--project=pictures', ...parts.map((part) => `pictures/${part}`)], {
      env: { PICTURES: environment.pictures },
      testClock: true,
    }),
  );
