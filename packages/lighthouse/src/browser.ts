import { mkdtempSync, rmSync } from 'node:fs';
import { constants, setPriority, tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser } from 'puppeteer-core';

/**
 * Before everything else on the machine, where we may: a task that is interrupted looks like a long one. Who is started
 * from here inherits it.
 */
function goFirst(): void {
  try {
    setPriority(constants.priority.PRIORITY_HIGHEST);
  } catch {
    process.stderr.write(
      'Without the right to go first on this machine: figures are rougher beside other work.\n',
    );
  }
}

/** A browser of its own, with a folder that goes with it. */
export async function inBrowser<Answer>(
  executablePath: string,
  work: (browser: Browser) => Promise<Answer>,
): Promise<Answer> {
  goFirst();
  const userDataDir = mkdtempSync(join(tmpdir(), 'countersign-lighthouse-'));
  const browser = await puppeteer.launch({
    executablePath,
    userDataDir,
    args: [
      '--no-sandbox',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-dev-shm-usage',
      '--disable-gpu',
      '--no-first-run',
    ],
  });
  try {
    return await work(browser);
  } finally {
    await browser.close();
    rmSync(userDataDir, { recursive: true, force: true });
  }
}
