import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { embeddedRuns, removeEmbedded } from '@countersign/database';
import { NO_REDIS, openRedis, type Redis } from '@countersign/database/redis';
import { type BrandFile, makeBrands, writeHouseFile } from '../brand-file/index.js';
import { environment } from '../env.js';
import { secureAddresses, trusting } from '../https/index.js';
import { type Addresses, seed } from '../seed/index.js';
import { type Apps, appsOf, demoFileOf, replicaOf } from './apps.js';
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
  /** The ports of further processes of the API, beside `ports.api`. They share a Redis, and a front stands before them. */
  readonly replicas?: readonly number[];
  /** What else each process of the API is told. */
  readonly apiEnv?: Readonly<Record<string, string>>;
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
  /** Every process of the API, by the name in its answers. */
  apis(): readonly { readonly name: string; readonly url: string; readonly pid: number | undefined }[];
  stop(): Promise<void>;
};

export const addressesOf = (ports: Ports): Addresses => ({
  idp: `http://localhost:${ports.idp}`,
  api: `http://localhost:${ports.api}`,
  brandSite: `http://localhost:${ports.brandSite}`,
  workspace: `http://localhost:${ports.workspace}`,
});

/** All but the database's, where an embedded one is up from a start that was killed: it is used again. */
async function portsMustBeFree(
  ports: Ports,
  { dataDir, databaseUrl, replicas = [] }: HouseOptions,
): Promise<void> {
  const hasDatabase = databaseUrl !== undefined || (await embeddedRuns(databaseIn(dataDir)));
  const wanted = Object.entries(ports).filter(([name]) => !(hasDatabase && name === 'database'));
  const further = replicas.map((port, index) => [`api-${index + 2}`, port] as const);
  await mustBeFree(new Map([...wanted, ...further]));
}

type Started = {
  children: Child[];
  database: HouseDatabase | undefined;
  guarded: Guarded | undefined;
  redis: Redis | undefined;
};

async function stopAll({ children, database, guarded, redis }: Started): Promise<void> {
  // First the front: nobody is to be told halfway through that what they ask for is away.
  await guarded?.close();
  await Promise.all(children.map((child) => child.stop()));
  await Promise.all([database?.stop(), redis?.stop()]);
}

/** Starts the whole house, in order, and answers when everything is ready. Whatever fails stops all that runs. */
export async function startHouse(options: HouseOptions): Promise<House> {
  const ports = options.ports ?? usualPorts;
  await portsMustBeFree(ports, options);
  mkdirSync(options.dataDir, { recursive: true });
  const secrets = secretsIn(options.dataDir);
  const started: Started = { children: [], database: undefined, guarded: undefined, redis: undefined };
  try {
    return await open(options, { ports, secrets, started });
  } catch (error) {
    await stopAll(started);
    throw error;
  }
}

async function redisFor(
  replicas: readonly number[],
  onLost: (message: string) => void,
): Promise<Redis | undefined> {
  if (replicas.length === 0) return undefined;
  const redis = await openRedis({ onLost });
  if (redis) return redis;
  throw new Error(`Several processes of the API share a Redis. ${NO_REDIS}`);
}

type Setting = { readonly ports: Ports; readonly secrets: Secrets; readonly started: Started };

/** What everything else stands on: the front, the database, and for several processes what they share. */
async function openGround(options: HouseOptions, { ports, secrets, started }: Setting): Promise<Apps> {
  const { dataDir, databaseUrl, https, replicas = [], onLost = () => undefined, tell } = options;
  const behind = addressesOf(ports);
  const apiPorts = replicas.length > 0 ? [ports.api, ...replicas] : undefined;
  const guarded = https && (await openHttps(https, behind, apiPorts));
  started.guarded = guarded;
  const database = await openDatabase({ dataDir, port: ports.database, secrets, url: databaseUrl, onLost });
  started.database = database;
  for (const name of database.applied) tell?.(`applied the migration ${name}`);
  started.redis = await redisFor(replicas, onLost);
  return appsOf({
    ...{ ports, secrets, behind, ci: false, dev: false, logLevel: 'info', apiEnv: {}, ...options },
    testClock: options.testClock ?? options.ci ?? false,
    rateLimitPerMinute: options.rateLimitPerMinute ?? environment.rateLimitPerMinute,
    addresses: https ? secureAddresses(https.port) : behind,
    trusting: guarded && trusting(guarded.tls.authority),
    databaseUrl: database.apiUrl,
    redisUrl: started.redis?.url,
  });
}

/** Starts the programs, and answers with those of the API when all are up. */
async function startApps(apps: Apps, options: HouseOptions, started: Started): Promise<House['apis']> {
  const { dev = false, ci = false, replicas = [], onLost = () => undefined, tell } = options;
  const add = (app: Apps[keyof Apps]) => {
    const child = new Child({ ...app, onLost, ...(tell ? { onRestart: tell } : {}) });
    started.children.push(child);
    return { app, child };
  };
  const further = replicas.map((port, index) => replicaOf(apps.api, index + 2, port));
  const apis = [apps.api, ...further].map(add);
  const others = [apps.idp, ...(ci ? [] : [apps.brandSite]), apps.workspace].map(add);
  await Promise.all([...apis, ...others].map(({ child }) => child.start()));
  if (dev) await add(apps.rebuild).child.start();
  return () =>
    apis.map(({ app: { env }, child }) => ({
      name: env['PROCESS_NAME'] ?? '',
      url: `http://localhost:${env['PORT']}`,
      pid: child.pid,
    }));
}

async function open(options: HouseOptions, setting: Setting): Promise<House> {
  const { dataDir, ci = false, brands, https, conversations = false } = options;
  const { ports, secrets, started } = setting;
  const addresses = https ? secureAddresses(https.port) : addressesOf(ports);
  const apis = await startApps(await openGround(options, setting), options, started);
  const demoFile = demoFileOf(dataDir);
  const secretsFile = join(dataDir, 'secrets', 'brands.json');
  const houseFile = join(dataDir, 'secrets', 'made.json');
  const { operatorKey, signIn } = secrets;
  if (!ci) await seed({ addresses, operatorKey, secretsFile, demoFile, conversations, signIn });
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
    tls: started.guarded?.tls,
    apis,
    stop: () => stopAll(started),
  };
}

/** Forgets the data of a house that does not run. */
export async function resetHouse(dataDir: string): Promise<void> {
  await removeEmbedded(databaseIn(dataDir));
  for (const name of ['secrets', 'mock-idp', 'logs'])
    rmSync(join(dataDir, name), { recursive: true, force: true });
}
