import { environment } from '../env.js';
import { type House, type HouseOptions, resetHouse, startHouse, usualPorts } from '../house/index.js';
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
  const { databaseUrl, dataDir, ports } = environment;
  return {
    dataDir,
    ports: portsFrom(ports),
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
  return untilEnded(options, begun);
}

/** Starts, and stops in order whenever the end comes: also in the middle of the start. */
function untilEnded(options: HouseOptions, begun: number): Promise<number> {
  return new Promise((resolve) => {
    let ending = false;
    const end = async (code: number) => {
      if (ending) return;
      ending = true;
      out('Stopping …');
      // A start under way is waited for: what it has begun must not be left behind.
      const house = await starting.catch(() => undefined);
      await house?.stop();
      out('Stopped. The data stays for the next start.');
      resolve(code);
    };
    const lost = (message: string) => {
      if (!ending) process.stderr.write(`${message}\n`);
      void end(1);
    };
    const starting: Promise<House> = startHouse({ ...options, onLost: lost });
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end(0));
    starting.then(
      (house) => ending || out(table(house, Date.now() - begun)),
      (error: Error) => lost(error.message),
    );
  });
}
