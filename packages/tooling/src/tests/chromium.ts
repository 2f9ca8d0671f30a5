import { existsSync } from 'node:fs';
import { environment } from '../env.js';
import { run, runNode } from '../run/run.js';
import { playwright } from './playwright.js';

/** Older ones lack what the pages use (`light-dark()`, partitioned cookies, popover). */
const OLDEST = 130;
const known = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];
const say = (line: string) => process.stdout.write(`${line}\n`);

async function isNewEnough(path: string): Promise<boolean> {
  if (!existsSync(path)) return false;
  const version = /(\d+)\./.exec((await run(path, ['--version', '--no-sandbox'])).output)?.[1];
  return Number(version ?? 0) >= OLDEST;
}

async function installed(): Promise<string | undefined> {
  for (const path of [environment.chromium ?? '', ...known]) if (await isNewEnough(path)) return path;
  return undefined;
}

/**
 * A Chromium for the tests: one that is installed and new enough, else Playwright's own, else Debian's when root.
 * Answers its path; undefined where Playwright finds its own by itself.
 */
export async function findChromium(): Promise<string | undefined> {
  const found = await installed();
  if (found) {
    say(`Tests run in ${found}.`);
    return found;
  }
  say('No Chromium is installed: fetching the one Playwright brings …');
  if ((await runNode(playwright, ['install', 'chromium', '--only-shell'])).code === 0) return undefined;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    say('It could not be fetched: installing the one of the system …');
    await run('apt-get', ['update', '-qq']);
    await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], {
      env: { DEBIAN_FRONTEND: 'noninteractive' },
    });
    const path = await installed();
    if (path) return path;
  }
  throw new Error('No Chromium could be found or fetched. Install one and set CHROMIUM_PATH.');
}
