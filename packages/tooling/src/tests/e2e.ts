import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '@countersign/ports';
import { freePorts, type House, resetHouse, startHouse } from '../house/index.js';
import { trusting } from '../https/index.js';
import { leaveOnSignal } from '../leave.js';
import { isBuilt } from '../mobile/index.js';
import { chromiumFor, type Wanted } from './chromium.js';
import { runJourneys } from './journeys.js';
import type { Tally } from './tally.js';

const LIMIT_PER_MINUTE = '100000';
/** Journeys reach and press everything by keys alone. */
const BY_KEYBOARD = '--keyboard';

/** What the journeys need to know of the house they run in. */
const worldOf = (house: House, world: string): Record<string, string> => {
  writeFileSync(
    world,
    JSON.stringify({
      ...house.addresses,
      operatorKey: house.operatorKey,
      demoFile: house.demoFile,
      logDir: house.logDir,
      apis: house.apis(),
      ...(house.tls ? { tls: house.tls } : {}),
    }),
    { mode: 0o600 },
  );
  return {
    COUNTERSIGN_WORLD: world,
    ...(house.tls ? { ...trusting(house.tls.authority), COUNTERSIGN_SPKI: house.tls.spki } : {}),
  };
};

type Run = {
  readonly env?: Readonly<Record<string, string>>;
  /** The API's time can be moved, so it is no production. */
  readonly testClock?: boolean;
  /** Over HTTPS, on names of its own. */
  readonly httpsPort?: number;
  /** With so many processes of the API, behind the front of HTTPS. */
  readonly replicas?: number;
  readonly front?: 'nginx' | 'own';
  /** What else each process of the API is told. */
  readonly apiEnv?: Readonly<Record<string, string>>;
  readonly browser?: Wanted;
  /** Looks at Playwright's report, by its file. */
  readonly read?: (report: string) => void;
};

/** A house of its own on free ports, also beside a running demo; two browsers a journey. */
export async function e2e(
  args: readonly string[] = [],
  {
    env = {},
    apiEnv = {},
    testClock = false,
    httpsPort,
    replicas = 1,
    front = 'own',
    browser = 'pages',
    read,
  }: Run = {},
): Promise<Tally> {
  if (args.includes('--project=phone') && !isBuilt())
    throw new Error('The phone is not built as it is now. Build it with: npm run mobile -- web');
  const chromium = await chromiumFor(browser);
  const folder = mkdtempSync(join(tmpdir(), 'countersign-e2e-'));
  const dataDir = join(folder, 'data');
  // Run as root, PostgreSQL is another account, and must get in.
  chmodSync(folder, 0o711);
  const starting = startHouse({
    dataDir,
    ports: await freePorts(),
    rateLimitPerMinute: LIMIT_PER_MINUTE,
    testClock,
    apiEnv,
    ...(httpsPort === undefined
      ? {}
      : { https: { port: httpsPort, tlsDir: join(folder, 'tls'), by: front } }),
    replicas: await Promise.all(Array.from({ length: replicas - 1 }, () => freePort())),
    onLost: (message) => process.stderr.write(`${message}\n`),
  });
  const leave = leaveOnSignal(() => starting.then((house) => house.stop()));
  const house = await starting;
  try {
    const options = args.filter((one) => one !== BY_KEYBOARD);
    const told = {
      ...worldOf(house, join(folder, 'world.json')),
      ...chromium,
      ...(isBuilt() ? { PHONE: '1' } : {}),
      ...(args.includes(BY_KEYBOARD) ? { BY: 'keyboard' } : {}),
      ...env,
    };
    return await runJourneys(options, told, read);
  } finally {
    leave();
    await house.stop();
    await resetHouse(dataDir);
    rmSync(folder, { recursive: true, force: true });
  }
}
