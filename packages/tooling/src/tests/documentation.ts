import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '@countersign/ports';
import { inRoot } from '../paths.js';
import { buildDocs } from '../run/docs-site.js';
import { runNode } from '../run/run.js';
import { chromiumFor } from './chromium.js';
import { playwright } from './playwright.js';
import { add, type Tally, tallyOfPlaywright } from './tally.js';

async function lookedAt(args: readonly string[]): Promise<Tally> {
  const chromium = await chromiumFor('pages');
  const folder = mkdtempSync(join(tmpdir(), 'countersign-docs-'));
  const report = join(folder, 'report.json');
  const short = args.includes('--short');
  const rest = args.filter((one) => one !== '--short');
  try {
    const { code } = await runNode(
      playwright,
      ['test', '--config=documentation/playwright.config.ts', ...rest],
      {
        cwd: inRoot('e2e'),
        show: true,
        env: {
          DOCS_PORT: String(await freePort()),
          PLAYWRIGHT_JSON_OUTPUT_NAME: report,
          ...chromium,
          ...(short ? { IN_SHORT: '1' } : {}),
          ASTRO_TELEMETRY_DISABLED: '1',
          FORCE_COLOR: '0',
        },
      },
    );
    return tallyOfPlaywright(report, code);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * The documentation builds, every link of it holds, and axe finds nothing on its pages; with `--short` on one page of
 * each kind.
 */
export async function testDocs(args: readonly string[] = []): Promise<Tally> {
  if ((await buildDocs()) !== 0) return { passed: 0, failed: 1 };
  return add({ passed: 1, failed: 0 }, await lookedAt(args));
}
