import { type BrandFile, readBrandFile } from '../brand-file/index.js';
import { environment } from '../env.js';
import {
  type House,
  type HouseOptions,
  type HttpsOptions,
  httpsPortMustBeFree,
  mustBeFree,
  resetHouse,
  startHouse,
  usualPorts,
} from '../house/index.js';
import { help, readArguments, type StartArguments } from './options.js';
import { readyLine } from './ready.js';
import { table } from './table.js';

function portsFrom(base: string | undefined) {
  if (base === undefined) return usualPorts;
  const first = Number(base);
  if (!Number.isInteger(first) || first < 1_024 || first > 65_000)
    throw new Error('COUNTERSIGN_PORTS is the first of five ports, for example 5000.');
  return { idp: first, api: first + 1, brandSite: first + 2, workspace: first + 3, database: first + 4 };
}

const HTTPS_PORT = 8443;
const HTTP_PORT = 8080;

function httpsFrom(given: string | undefined, by: HttpsOptions['by'] & string): HttpsOptions {
  const port = given === undefined ? HTTPS_PORT : Number(given);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new Error('COUNTERSIGN_HTTPS_PORT is a port: 8443, or 443 where it may be taken.');
  const { tlsDir } = environment;
  return { port, tlsDir, redirectPort: port === 443 ? 80 : HTTP_PORT, by };
}

/** In CI standard output is for the machine that waits: what is told to people goes the other way. */
const teller = ({ ci }: StartArguments) => {
  const stream = ci ? process.stderr : process.stdout;
  return (line: string) => void stream.write(`${line}\n`);
};

function optionsFrom(
  args: StartArguments,
  dev: boolean,
  brands: BrandFile | undefined,
  out: (line: string) => void,
): HouseOptions {
  const { databaseUrl, dataDir, ciDataDir, httpsDataDir } = environment;
  const ports = portsFrom(environment.ports);
  return {
    dataDir: args.ci ? ciDataDir : args.https ? httpsDataDir : dataDir,
    ports,
    ...(args.https ? { https: httpsFrom(environment.httpsPort, args.front) } : {}),
    // After the last port of the house.
    replicas: Array.from({ length: args.replicas - 1 }, (_, index) => ports.database + 1 + index),
    dev,
    ci: args.ci,
    conversations: !args.ci,
    tell: (line) => out(`  ${line}`),
    ...(brands ? { brands } : {}),
    ...(databaseUrl ? { databaseUrl } : {}),
    ...(args.quiet ? { logLevel: 'warn' } : {}),
  };
}

/** `npm start`: the demo, or with `--ci` the brands of a file alone, until it is ended. */
export async function start(given: readonly string[], dev = false): Promise<number> {
  const begun = Date.now();
  const args = readArguments(given, environment.calledFrom);
  if (args.help) {
    process.stdout.write(help);
    return 0;
  }
  const out = teller(args);
  // A file that is wrong is told before anything is touched.
  const brands = args.config === undefined ? undefined : readBrandFile(args.config);
  const options = optionsFrom(args, dev, brands, out);
  if (options.https) await httpsPortMustBeFree(options.https.port);
  if (args.reset || args.ci) {
    // What runs there must not lose its data under its feet.
    const { idp, api, workspace } = options.ports ?? usualPorts;
    if (args.ci) await mustBeFree(new Map(Object.entries({ idp, api, workspace })));
    await resetHouse(options.dataDir);
    if (args.reset) out('The demo starts over: its data is gone.');
  }
  out('Starting the house …');
  const told = (house: House) =>
    args.ci
      ? process.stdout.write(`${readyLine(house, Date.now() - begun)}\n`)
      : out(table(house, Date.now() - begun));
  return untilEnded(options, out, told);
}

/** Starts, and stops in order whenever the end comes: also in the middle of the start. */
function untilEnded(
  options: HouseOptions,
  out: (line: string) => void,
  told: (house: House) => void,
): Promise<number> {
  return new Promise((resolve) => {
    let ending = false;
    const end = async (code: number) => {
      if (ending) return;
      ending = true;
      out('Stopping …');
      // A start under way is waited for: what it has begun must not be left behind.
      const house = await starting.catch(() => undefined);
      await house?.stop();
      out(options.ci ? 'Stopped.' : 'Stopped. The data stays for the next start.');
      resolve(code);
    };
    const lost = (message: string) => {
      if (!ending) process.stderr.write(`${message}\n`);
      void end(1);
    };
    const starting: Promise<House> = startHouse({ ...options, onLost: lost });
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end(0));
    starting.then(
      (house) => ending || told(house),
      (error: Error) => lost(error.message),
    );
  });
}
