import { type House, type HouseOptions, resetHouse, startHouse, usualPorts } from '../house/index.js';
import { inRoot } from '../paths.js';
import { table } from './table.js';

const out = (line: string) => process.stdout.write(`${line}\n`);

function portsFrom(base: string | undefined) {
  if (base === undefined) return usualPorts;
  const first = Number(base);
  if (!Number.isInteger(first) || first < 1_024 || first > 65_000)
    throw new Error('COUNTERSIGN_PORTS is the first of five ports, for example 5000.');
  return { idp: first, api: first + 1, brandSite: first + 2, workspace: first + 3, database: first + 4 };
}

function optionsFrom(args: readonly string[], dev: boolean): HouseOptions {
  const databaseUrl = process.env['DATABASE_URL'];
  return {
    dataDir: process.env['COUNTERSIGN_DATA'] ?? inRoot('.data'),
    ports: portsFrom(process.env['COUNTERSIGN_PORTS']),
    dev,
    conversations: true,
    tell: (line) => out(`  ${line}`),
    ...(databaseUrl ? { databaseUrl } : {}),
    ...(args.includes('--quiet') ? { logLevel: 'warn' } : {}),
  };
}

/** `npm start`: the demo, until Ctrl-C. */
export async function start(args: readonly string[], dev = false): Promise<number> {
  const begun = Date.now();
  const options = optionsFrom(args, dev);
  if (args.includes('--reset')) {
    await resetHouse(options.dataDir);
    out('The demo starts over: its data is gone.');
  }
  out('Starting the house …');
  return new Promise((resolve, reject) => {
    let house: House | undefined;
    let ending = false;
    const end = async (code: number) => {
      if (ending) return;
      ending = true;
      out('Stopping …');
      await house?.stop();
      out('Stopped. The data stays for the next start.');
      resolve(code);
    };
    const onLost = (message: string) => {
      if (ending) return;
      process.stderr.write(`${message}\n`);
      void end(1);
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end(0));
    startHouse({ ...options, onLost }).then(async (started) => {
      house = started;
      if (ending) return started.stop();
      out(table(started, Date.now() - begun));
    }, reject);
  });
}
