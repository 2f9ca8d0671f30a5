import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { freePort, freePortRow } from '@countersign/ports';
import { environment } from '../env.js';
import { resetHouse } from '../house/index.js';
import { inRoot } from '../paths.js';
import { runNode } from '../run/run.js';
import { chromiumFor } from './chromium.js';
import { add, oneFailed, type Tally, tallyOfPlaywright } from './tally.js';

const room = inRoot('e2e/outside-app');
const playwright = join(room, 'node_modules/@playwright/test/cli.js');
const PORT = '5300';

type Ready = { readonly houseFile: string };
type Running = { readonly ready: Ready; stop(): Promise<number | null> };

/** `npm start -- --config … --ci`, as a workflow would: a program that prints a line, and is ended by SIGTERM. */
async function startCi(config: string, env: Record<string, string>): Promise<Running> {
  const child = spawn(
    process.execPath,
    [inRoot('packages/tooling/dist/cli.js'), 'start', '--config', config, '--ci'],
    {
      env: { ...environment.inherited, ...env },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  const line = once(createInterface({ input: child.stdout }), 'line').then(([text]) => String(text));
  const gone = ended.then((code) =>
    Promise.reject(new Error(`The house ended with ${code} before it was ready.`)),
  );
  gone.catch(() => undefined);
  const ready = JSON.parse(await Promise.race([line, gone])) as Ready;
  return {
    ready,
    stop: () => {
      child.kill('SIGTERM');
      return ended;
    },
  };
}

/** The journey of the app from outside, by the two commands its developers have. */
export async function outside(args: readonly string[] = []): Promise<Tally> {
  const chromium = await chromiumFor('pages');
  const folder = mkdtempSync(join(tmpdir(), 'countersign-outside-'));
  // Run as root, PostgreSQL is another account, and must get in.
  chmodSync(folder, 0o711);
  const [first, shop] = [await freePortRow(5), await freePort()];
  const config = join(folder, 'brand.yaml');
  const report = join(folder, 'report.json');
  const data = join(folder, 'data');
  writeFileSync(config, readFileSync(join(room, 'brand.yaml'), 'utf8').replaceAll(PORT, `${shop}`));
  const house = await startCi(config, { COUNTERSIGN_PORTS: `${first}`, COUNTERSIGN_DATA: data });
  try {
    const { code } = await runNode(playwright, ['test', ...args], {
      cwd: room,
      show: true,
      env: {
        COUNTERSIGN_HOUSE: house.ready.houseFile,
        SHOP_URL: `http://sundry.localhost:${shop}`,
        PLAYWRIGHT_JSON_OUTPUT_NAME: report,
        ...chromium,
        FORCE_COLOR: '0',
      },
    });
    const tally = tallyOfPlaywright(report, code);
    // That it ends cleanly when it is told to is part of the promise.
    const exit = await house.stop();
    return exit === 0
      ? tally
      : add(tally, oneFailed('the house does not end cleanly', `It ended with ${exit}`));
  } finally {
    await house.stop();
    await resetHouse(data);
    rmSync(folder, { recursive: true, force: true });
  }
}
