import { existsSync } from 'node:fs';
import { environment } from '../env.js';
import { run, runNode } from '../run/run.js';
import { playwright } from './playwright.js';

/** Older ones lack what the pages use (`light-dark()`, partitioned cookies, popover). */
const OLDEST = 130;
/** The engine without the browser around it, which nobody sees: a quarter less of the processor. */
const shells = ['/usr/bin/chromium-headless-shell'];
const whole = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];
const say = (line: string) => process.stdout.write(`${line}\n`);

/**
 * What a test wants of it: `pages` alone, which the shell draws as well; or all a browser does, as keeping third
 * parties from their cookies, which the shell leaves out.
 */
export type Wanted = 'pages' | 'whole';

async function isNewEnough(path: string): Promise<boolean> {
  if (!existsSync(path)) return false;
  const version = /(\d+)\./.exec((await run(path, ['--version', '--no-sandbox'])).output)?.[1];
  return Number(version ?? 0) >= OLDEST;
}

async function installed(wanted: Wanted): Promise<string | undefined> {
  const known = wanted === 'pages' ? [...shells, ...whole] : whole;
  for (const path of [environment.chromium ?? '', ...known]) if (await isNewEnough(path)) return path;
  return undefined;
}

/** Debian's. Older systems have the whole browser only, which will do. */
async function install(): Promise<void> {
  await run('apt-get', ['update', '-qq']);
  for (const name of ['chromium', 'chromium-headless-shell'])
    await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], {
      env: { DEBIAN_FRONTEND: 'noninteractive' },
    });
}

/**
 * A Chromium for the tests: one that is installed and new enough, else Playwright's own, else Debian's when root.
 * Answers its path; undefined where Playwright finds its own by itself.
 */
export async function findChromium(wanted: Wanted = 'whole'): Promise<string | undefined> {
  const found = await installed(wanted);
  if (found) {
    say(`Tests run in ${found}.`);
    return found;
  }
  say('No Chromium is installed: fetching the one Playwright brings …');
  if ((await runNode(playwright, ['install', 'chromium'])).code === 0) return undefined;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    say('It could not be fetched: installing the one of the system …');
    await install();
    const path = await installed(wanted);
    if (path) return path;
  }
  throw new Error('No Chromium could be found or fetched. Install one and set CHROMIUM_PATH.');
}

/** The same for Playwright, which has its own by a channel: a shell is what it takes without one. */
export async function chromiumFor(wanted: Wanted = 'whole'): Promise<Record<string, string>> {
  const path = await findChromium(wanted);
  if (path !== undefined) return { CHROMIUM_PATH: path };
  return wanted === 'whole' ? { CHROMIUM_CHANNEL: 'chromium' } : {};
}
