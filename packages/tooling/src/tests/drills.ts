import { e2e } from './e2e.js';
import { add, none, type Tally } from './tally.js';
import { drill } from './vitest.js';

type Drill = { readonly promise: string; readonly run: () => Promise<Tally> };

const drills: Readonly<Record<string, Drill>> = {
  attacks: {
    promise: 'every attack is refused by the running API for the same reason, and its log gives nobody away',
    run: () => drill('attacks'),
  },
  histories: {
    promise: 'two hundred random histories of sessions end in the API as they end in the world of the rules',
    run: () => drill('histories'),
  },
  keys: {
    promise: 'keys that turn under load cost no honest consumer more than a wait',
    run: () => drill('keys'),
  },
  logout: {
    promise: 'whoever signs a consumer out, every tab at every process closes within a second, without Redis',
    run: () => drill('logout'),
  },
  replay: {
    promise: 'one proof at two processes at once opens one session',
    run: () => drill('replay'),
  },
  ssrf: {
    promise: 'no provider leads the service to an address that is nobody’s to call',
    run: () => drill('ssrf'),
  },
  'unknown-sockets': {
    promise:
      'ten thousand connections that say nothing, or not who they are, keep nobody away for more than a moment',
    run: () => drill('unknown-sockets'),
  },
  rolling: {
    promise:
      'processes that are started anew under load, one after the other, lose, double and disorder nothing',
    run: () => drill('rolling'),
  },
  queue: {
    promise: 'two thousand waiting conversations are read, scrolled and changed without a task over 50 ms',
    run: () => e2e(['--config=crowd/playwright.config.ts']),
  },
  kill: {
    promise: 'after kill -9 every acknowledged message is there, once',
    run: () => e2e(['--project=drills']),
  },
};

const list = (): string =>
  Object.entries(drills)
    .map(([name, { promise }]) => `  ${name.padEnd(15)} ${promise}`)
    .join('\n');

/** Runs the drills that are named, at their whole length; `all` runs them all, and no name lists them. */
export async function runDrills(names: readonly string[]): Promise<Tally | undefined> {
  if (names.length === 0) {
    process.stdout.write(`npm run drills -- NAME …, or all:\n${list()}\n`);
    return undefined;
  }
  const wanted = names.includes('all') ? Object.keys(drills) : names;
  const unknown = wanted.find((name) => !Object.hasOwn(drills, name));
  if (unknown !== undefined) throw new Error(`There is no drill ${unknown}. Known:\n${list()}`);
  let tally = none;
  for (const name of wanted) tally = add(tally, (await drills[name]?.run()) ?? none);
  return tally;
}
