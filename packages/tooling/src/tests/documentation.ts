import { freePort } from '@countersign/ports';
import { buildDocs } from '../run/docs-site.js';
import { chromiumFor } from './chromium.js';
import { runJourneys } from './journeys.js';
import { add, oneFailed, onePassed, type Tally } from './tally.js';

const SHORT = '--short';

async function lookedAt(args: readonly string[]): Promise<Tally> {
  const options = args.filter((one) => one !== SHORT);
  return runJourneys(['--config=documentation/playwright.config.ts', ...options], {
    ...(await chromiumFor('pages')),
    DOCS_PORT: String(await freePort()),
    ...(args.includes(SHORT) ? { IN_SHORT: '1' } : {}),
    ASTRO_TELEMETRY_DISABLED: '1',
  });
}

/**
 * The documentation builds, every link of it holds, and axe finds nothing on its pages; with `--short` on one page of
 * each kind.
 */
export async function testDocs(args: readonly string[] = []): Promise<Tally> {
  if ((await buildDocs()) !== 0)
    return oneFailed('the documentation does not build, or a link leads nowhere');
  return add(onePassed, await lookedAt(args));
}
