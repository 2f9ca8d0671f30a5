import { startMockIdp } from '@countersign/mock-idp';
import { chromiumFor } from './chromium.js';
import { runJourneys } from './journeys.js';
import type { Tally } from './tally.js';

const usual = ['--workers=8', '--repeat-each=20'];

/** What was named takes the place of what is usual. */
const argumentsFor = (given: readonly string[]): readonly string[] => [
  ...usual.filter((one) => !given.some((other) => other.split('=')[0] === one.split('=')[0])),
  ...given,
];

/** Ten journeys, each with its own namespace and its own armed fault, many at a time against one stand-in. */
export async function isolation(args: readonly string[] = []): Promise<Tally> {
  const chromium = await chromiumFor();
  const idp = await startMockIdp();
  const begun = performance.now();
  try {
    const options = ['--config=isolation/playwright.config.ts', ...argumentsFor(args)];
    const tally = await runJourneys(options, { MOCK_IDP_URL: idp.url, ...chromium });
    const seconds = Math.round((performance.now() - begun) / 1_000);
    process.stdout.write(
      `\n${tally.passed + tally.failed} logins with a fault, one stand-in, ${seconds} s: ${tally.failed} met another's.\n`,
    );
    return tally;
  } finally {
    await idp.close();
  }
}
