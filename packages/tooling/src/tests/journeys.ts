import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inRoot } from '../paths.js';
import { runNode } from '../run/run.js';
import { playwright } from './playwright.js';
import { type Tally, tallyOfPlaywright } from './tally.js';

/** Runs Playwright in the folder of the journeys, and counts by its report, which `read` may look at too. */
export async function runJourneys(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  read: (report: string) => void = () => undefined,
): Promise<Tally> {
  const folder = mkdtempSync(join(tmpdir(), 'countersign-report-'));
  const report = join(folder, 'report.json');
  try {
    const { code } = await runNode(playwright, ['test', ...args], {
      cwd: inRoot('e2e'),
      show: true,
      env: { PLAYWRIGHT_JSON_OUTPUT_NAME: report, FORCE_COLOR: '0', ...env },
    });
    if (existsSync(report)) read(report);
    return tallyOfPlaywright(report, code);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
