import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { freePorts, type House, resetHouse, startHouse } from '../house/index.js';
import { inRoot } from '../paths.js';
import { findChromium } from '../tests/chromium.js';
import { runNode } from './run.js';

const PARTS = ['widget', 'pages'];
const usage = `npm run lighthouse -- [--part ${PARTS.join('|')}] [--rounds 5]`;
const ROUNDS = 5;

/** @throws with words for whoever typed it */
export function readOptions(args: readonly string[]) {
  const { values } = parseArgs({
    args: [...args],
    options: {
      part: { type: 'string', multiple: true, default: PARTS },
      rounds: { type: 'string', default: `${ROUNDS}` },
    },
  });
  const unknown = values.part.find((name) => !PARTS.includes(name));
  if (unknown !== undefined)
    throw new Error(`There is no part ${unknown}. Known: ${PARTS.join(', ')}.\n${usage}`);
  const rounds = Number(values.rounds);
  if (!Number.isInteger(rounds) || rounds < 1)
    throw new Error(`--rounds takes a whole number from 1, not ${values.rounds}.\n${usage}`);
  return { parts: values.part, rounds };
}

async function needsChromium(): Promise<string> {
  const chromium = await findChromium();
  if (chromium) return chromium;
  throw new Error('Lighthouse needs a Chromium that is installed. Install one, or set CHROMIUM_PATH.');
}

/** In a process of its own, whose packages nothing else here needs. Fewer rounds than five are a look, and not written. */
async function measure(
  { addresses: { api, brandSite, workspace } }: House,
  { chromium, ...options }: ReturnType<typeof readOptions> & { readonly chromium: string },
): Promise<number> {
  const shop = brandSite.replace('//localhost', '//larkspur.localhost');
  const docs = options.rounds < ROUNDS ? {} : { docs: inRoot('docs') };
  const task = JSON.stringify({ api, shop, workspace, chromium, ...options, ...docs });
  const { code } = await runNode(inRoot('packages/lighthouse/src/main.ts'), [task], { show: true });
  return code;
}

/** What Lighthouse says of the house as it would be served, and what the widget costs a page. */
export async function lighthouse(args: readonly string[]): Promise<number> {
  const options = readOptions(args);
  const chromium = await needsChromium();
  const folder = mkdtempSync(join(tmpdir(), 'countersign-lighthouse-'));
  const dataDir = join(folder, 'data');
  // Run as root, PostgreSQL is another account, and must get in.
  chmodSync(folder, 0o711);
  const house = await startHouse({ dataDir, ports: await freePorts(), conversations: true });
  try {
    return await measure(house, { ...options, chromium });
  } finally {
    await house.stop();
    await resetHouse(dataDir);
    rmSync(folder, { recursive: true, force: true });
  }
}
