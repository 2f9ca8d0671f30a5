import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { embeddedRuns, removeEmbedded } from '@countersign/database';
import { type BrandFile, makeBrands, writeHouseFile } from '../brand-file/index.js';
import { environment } from '../env.js';
import { secureAddresses, trusting } from '../https/index.js';
import { type Addresses, seed } from '../seed/index.js';
import { type Apps, appsOf, demoFileOf } from './apps.js';
import { Child } from './child.js';
import { type HouseDatabase, openDatabase } from './database.js';
import { type Guarded, type HttpsOptions, openHttps } from './https.js';
import { databaseIn } from './places.js';
import { mustBeFree, type Ports, usualPorts } from './ports.js';
import { type Secrets, secretsIn } from './secrets.js';

export type HouseOptions = {
  readonly dataDir: string;
  readonly ports?: Ports;
  readonly databaseUrl?: string;
  readonly dev?: boolean;
  readonly logLevel?: string;
  /** Attempts and anonymous sessions per address and minute: tests come from one address. */
  readonly rateLimitPerMinute?: string;
  /** For end-to-end tests: nothing of the demo, and a clock in the API that tests move. */
  readonly ci?: boolean;
  /** The clock alone, beside the demo. */
  readonly testClock?: boolean;
  /** Brands to make beside the demo's, or instead of them. */
  readonly brands?: BrandFile;
  /** Everything over HTTPS, on names of its own, through one front. */
  readonly https?: HttpsOptions;
  /** With the six conversations of the demo. */
  readonly conversations?: boolean;
  /** Progress, for a person. */
  readonly tell?: (line: string) => void;
  /** A program went down and the house cannot go on. */
  readonly onLost?: (message: string) => void;
};

export type House = {
  readonly addresses: Addresses;
  readonly operatorKey: string;
  readonly demoFile: string;
  /** What was made of a file of brands, with its secrets. */
  readonly houseFile: string;
  readonly logDir: string;
  /** Over HTTPS: the file of the authority, and the hash of the front's key for Chromium. */
  readonly tls: Guarded['tls'] | undefined;
  /** The process of the API now: it changes with a restart. */
  apiPid(): number | undefined;
  stop(): Promise<void>;
};

export const addressesOf = (ports: Ports): Addresses => ({
  idp: `http://localhost:${ports.idp}`,
  api: `http://localhost:${ports.api}`,
  brandSite: `http://localhost:${ports.brandSite}`,
  workspace: `http://localhost:${ports.workspace}`,
});

/** All but the database's, where an embedded one is up from a start that was killed: it is used again. */
async function portsMustBeFree(ports: Ports, { dataDir, databaseUrl }: HouseOptions): Promise<void> {
  const hasDatabase = databaseUrl !== undefined || (await embeddedRuns(databaseIn(dataDir)));
  const wanted = Object.entries(ports).filter(([name]) => !(hasDatabase && name === 'database'));
  await mustBeFree(new Map(wanted));
}

type Started = { children: Child[]; database: HouseDatabase | undefined; guarded: Guarded | undefined };

async function stopAll({ children, database, guarded }: Started): Promise<void> {
  // First the front: nobody is to be told halfway through that what they ask for is away.
  await guarded?.close();
  await Promise.all(children.map((child) => child.stop()));
  await database?.stop();
}

/** Starts the whole house, in order, and answers when everything is ready. Whatever fails stops all that runs. */
export async function startHouse(options: HouseOptions): Promise<House> {
  const ports = options.ports ?? usualPorts;
  const tell = options.tell ?? (() => undefined);
  await portsMustBeFree(ports, options);
  mkdirSync(options.dataDir, { recursive: true });
  const secrets = secretsIn(options.dataDir);
  const started: Started = { children: [], database: undefined, guarded: undefined };
  try {
    return await open(options, ports, secrets, started, tell);
  } catch (error) {
    await stopAll(started);
    throw error;
  }
}

async function open(
  {
    dataDir,
    databaseUrl,
    dev = false,
    ci = false,
    testClock = ci,
    brands,
    logLevel = 'info',
    rateLimitPerMinute = environment.rateLimitPerMinute,
    conversations = false,
    https,
    onLost = () => undefined,
  }: HouseOptions,
  ports: Ports,
  secrets: Secrets,
  started: Started,
  tell: (line: string) => void,
): Promise<House> {
  const behind = addressesOf(ports);
  const addresses = https ? secureAddresses(https.port) : behind;
  const guarded = https && (await openHttps(https, behind));
  started.guarded = guarded;
  const database = await openDatabase({ dataDir, port: ports.database, secrets, url: databaseUrl, onLost });
  started.database = database;
  for (const name of database.applied) tell(`applied the migration ${name}`);
  const apps: Apps = appsOf({
    dataDir,
    ports,
    addresses,
    behind,
    trusting: guarded && trusting(guarded.tls.authority),
    secrets,
    databaseUrl: database.apiUrl,
    dev,
    ci,
    testClock,
    logLevel,
    rateLimitPerMinute,
  });
  const make = (name: keyof Apps) => {
    const child = new Child({ ...apps[name], onLost, onRestart: tell });
    started.children.push(child);
    return child;
  };
  const api = make('api');
  const others = (ci ? ['idp', 'workspace'] : ['idp', 'brandSite', 'workspace']) as (keyof Apps)[];
  await Promise.all([api.start(), ...others.map((name) => make(name).start())]);
  if (dev) await make('rebuild').start();
  const demoFile = demoFileOf(dataDir);
  const secretsFile = join(dataDir, 'secrets', 'brands.json');
  const houseFile = join(dataDir, 'secrets', 'made.json');
  const { operatorKey } = secrets;
  if (!ci) await seed({ addresses, operatorKey, secretsFile, demoFile, conversations });
  if (brands) {
    const made = await makeBrands(brands, { addresses, operatorKey, alone: ci });
    const { idp, api: apiUrl, workspace } = addresses;
    writeHouseFile(houseFile, { addresses: { idp, api: apiUrl, workspace }, operatorKey, brands: made });
  }
  return {
    addresses,
    operatorKey,
    demoFile,
    houseFile,
    logDir: join(dataDir, 'logs'),
    tls: guarded?.tls,
    apiPid: () => api.pid,
    stop: () => stopAll(started),
  };
}

/** Forgets the data of a house that does not run. */
export async function resetHouse(dataDir: string): Promise<void> {
  await removeEmbedded(databaseIn(dataDir));
  for (const name of ['secrets', 'mock-idp', 'logs'])
    rmSync(join(dataDir, name), { recursive: true, force: true });
}
