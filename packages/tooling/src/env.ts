import { join } from 'node:path';
import { inRoot } from './paths.js';

const dataDir = process.env['COUNTERSIGN_DATA'] ?? inRoot('.data');

/** What the environment may tell the house, read in one place. `docs/guide/running.md` says what each means. */
export const environment = {
  /** The first of five ports; undefined: the usual ones. */
  ports: process.env['COUNTERSIGN_PORTS'],
  dataDir,
  /** Of the front of `npm start -- --https`; undefined: the usual one. */
  httpsPort: process.env['COUNTERSIGN_HTTPS_PORT'] || undefined,
  /** The authority of this machine: one for all houses over HTTPS, and no reset forgets it. */
  tlsDir: join(dataDir, 'tls'),
  /** Apart from what was seeded for plain http, whose addresses differ. */
  httpsDataDir: join(dataDir, 'https'),
  /** Apart from the demo's, whose data must not be lost to a test. */
  ciDataDir: process.env['COUNTERSIGN_DATA'] ?? join(dataDir, 'ci'),
  /** Where somebody typed the command: npm runs it in the top folder. */
  calledFrom: process.env['INIT_CWD'] ?? process.cwd(),
  /** A demo hands out identities: nobody else on the network is to reach it, unless somebody says so. */
  host: process.env['COUNTERSIGN_HOST'] ?? '127.0.0.1',
  /** Undefined or empty: the embedded database. */
  databaseUrl: process.env['DATABASE_URL'] || undefined,
  /** Of a service that runs elsewhere; undefined or empty: the house of this folder. */
  apiUrl: process.env['API_URL'] || undefined,
  operatorKey: process.env['OPERATOR_KEY'] || undefined,
  /** The service's own client at the stand-in; undefined or empty: nobody makes a brand by it. */
  signIn: {
    clientId: process.env['SIGN_IN_CLIENT_ID'] || undefined,
    clientSecret: process.env['SIGN_IN_CLIENT_SECRET'] || undefined,
  },
  /** Of a Redis that runs; undefined or empty: one is found and started where it is needed. */
  redisUrl: process.env['REDIS_URL'] || undefined,
  /** Undefined: the one that is found. */
  nginx: process.env['NGINX_PATH'] || undefined,
  /** The folder of Prometheus' programs; undefined: PATH. */
  prometheus: process.env['PROMETHEUS_PATH'] || undefined,
  chromium: process.env['CHROMIUM_PATH'],
  /** Where pictures are put; undefined or empty: where the documents show them. */
  pictures: process.env['PICTURES'] || inRoot('docs/pictures'),
  rateLimitPerMinute: process.env['RATE_LIMIT_PER_MINUTE'] ?? '600',
  /** What a program that is started needs of whoever starts it. */
  inherited: { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '' },
} as const;
