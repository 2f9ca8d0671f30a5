import type { Ran } from '../run/run.js';
import { add, none, oneFailed, onePassed, reportAlone, type Tally } from '../tests/tally.js';
import { bundles } from './bundles.js';
import { checks, type Step } from './check.js';
import { compile, sizesOf } from './hermes.js';
import { install } from './install.js';
import { inApp } from './room.js';

const say = (line: string) => process.stdout.write(`${line}\n`);

const web: Step = {
  name: 'bundles for web and Android',
  run: async () => {
    const { code, output } = await bundles();
    return { code, output: code === 0 ? sizesOf() : output };
  },
};
const hermes: Step = { name: 'the Android bundle by Hermes’ compiler', run: compile };

/** Each step counts as one test, and says how long it took. */
async function take({ name, run }: Step): Promise<Tally> {
  const begun = Date.now();
  const { code, output }: Ran = await run().catch((error: unknown) => ({ code: 1, output: String(error) }));
  const seconds = ((Date.now() - begun) / 1000).toFixed(1);
  const note =
    code === 0 && output !== '' && output.length < 120 && !output.includes('\n') ? `: ${output}` : '';
  say(`${code === 0 ? '✓' : '✗'} ${name} (${seconds} s)${note}`);
  if (code !== 0) say(output);
  return code === 0 ? onePassed : oneFailed(name, output);
}

async function takeAll(steps: readonly Step[]): Promise<Tally> {
  let tally = none;
  for (const step of steps) tally = add(tally, await take(step));
  return tally;
}

const parts: Readonly<Record<string, readonly Step[]>> = {
  install: [],
  check: checks,
  web: [web],
  hermes: [web, hermes],
};

const help = `npm run mobile -- [install | check | web | hermes]

  install   the app's own packages, by its own lockfile
  check     types of the native and the web build, and its small tests
  web       both bundles, and their sizes; the shop serves the one for browsers at larkspur-app.localhost
  hermes    the same, and the Android bundle compiled by the compiler React Native brings

Without a word: all of it. Each installs first.
`;

/** `npm run mobile`: nothing else of the house needs the app's packages. */
export async function mobile([name]: readonly string[]): Promise<number> {
  const steps = name === undefined ? [...checks, web, hermes] : parts[name];
  if (!steps) {
    process.stderr.write(help);
    return 1;
  }
  const installed = await install();
  say(installed.code === 0 ? `The app's packages are in ${inApp('node_modules')}.` : installed.output);
  if (installed.code !== 0 || name === 'install') return installed.code;
  return reportAlone(await takeAll(steps));
}

/**
 * Checks and bundles the app, where its packages can be had. Where they cannot, it says so and counts nothing: whoever has
 * no network still has everything else to test.
 */
export async function phone(): Promise<Tally> {
  const installed = await install();
  if (installed.code === 0) return takeAll([...checks, web, hermes]);
  say(`The app's packages cannot be had, so the phone is left out:\n${installed.output.trim()}`);
  return none;
}
