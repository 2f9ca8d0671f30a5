import { join } from 'node:path';
import { environment } from '../env.js';
import { inRoot } from '../paths.js';
import type { Addresses } from '../seed/addresses.js';
import type { ChildOptions } from './child.js';
import { erasuresIn } from './places.js';
import type { Ports } from './ports.js';
import type { Secrets } from './secrets.js';

export type AppsOptions = {
  readonly dataDir: string;
  readonly ports: Ports;
  readonly addresses: Addresses;
  /** Where the programs listen themselves: behind a front, not where they are called. */
  readonly behind: Addresses;
  /** Where a front stands before them: what they need to find and believe each other by it. */
  readonly trusting: Readonly<Record<string, string>> | undefined;
  readonly secrets: Secrets;
  readonly databaseUrl: string;
  readonly dev: boolean;
  /** Without the demo's site. */
  readonly ci: boolean;
  /** With a clock in the API that tests move. */
  readonly testClock: boolean;
  readonly logLevel: string;
  readonly rateLimitPerMinute: string;
  /** Shared by several processes of the API. */
  readonly redisUrl: string | undefined;
  /** What else each process of the API is told. */
  readonly apiEnv: Readonly<Record<string, string>>;
};
type App = Omit<ChildOptions, 'onLost' | 'onRestart'>;
export type Apps = Readonly<Record<'idp' | 'api' | 'brandSite' | 'workspace' | 'rebuild', App>>;

export const demoFileOf = (dataDir: string): string => join(dataDir, 'secrets', 'demo.json');

/** How each program of the house is started, and what it is told. */
export function appsOf(options: AppsOptions): Apps {
  const { dataDir, ports, addresses, behind, trusting, dev, ci, logLevel } = options;
  const shared = {
    // Behind a front nobody but the front is to reach them.
    HOST: trusting ? '127.0.0.1' : environment.host,
    NODE_ENV: dev ? 'development' : 'production',
    COUNTERSIGN_DEMO: '1',
    LOG_LEVEL: logLevel,
    NEXT_TELEMETRY_DISABLED: '1',
    IDP_URL: addresses.idp,
    API_URL: addresses.api,
    ...(ci ? {} : { BRAND_SITE_URL: addresses.brandSite }),
    WORKSPACE_URL: addresses.workspace,
    ...trusting,
  };
  const log = (name: string) => join(dataDir, 'logs', `${name}.log`);
  const node = (name: string, port: number, ready: string, env: Record<string, string>): App => ({
    name,
    script: 'dist/main.js',
    cwd: inRoot('apps', name),
    nodeArgs: dev ? ['--watch', '--watch-preserve-output'] : [],
    env: { ...shared, PORT: String(port), ...env },
    logFile: log(name),
    ready,
  });
  const next = (name: string, port: number, address: string, env: Record<string, string>): App => ({
    name,
    script: inRoot('apps', name, 'node_modules/next/dist/bin/next'),
    args: [dev ? 'dev' : 'start', '-p', String(port), '-H', shared.HOST],
    cwd: inRoot('apps', name),
    env: { ...shared, PORT: String(port), ...env },
    logFile: log(name),
    ready: `${address}/health`,
  });
  return {
    idp: {
      ...node('mock-idp', ports.idp, `${behind.idp}/health`, {
        PUBLIC_URL: addresses.idp,
        MOCK_IDP_CONTROL: 'on',
        MOCK_IDP_DATA: join(dataDir, 'mock-idp'),
      }),
      // In few files it is up sooner; while developing, what the compiler writes is watched.
      ...(dev ? {} : { script: 'dist/bundle/main.js' }),
    },
    api: {
      ...node('api', ports.api, `${behind.api}/health/ready`, apiOf(options)),
      restart: true,
    },
    brandSite: next('brand-site', ports.brandSite, behind.brandSite, shopOf(options)),
    workspace: next('workspace', ports.workspace, behind.workspace, {}),
    rebuild: rebuildOf(log('rebuild')),
  };
}

const apiOf = ({ addresses, secrets, trusting, testClock, ...options }: AppsOptions) => ({
  PUBLIC_URL: addresses.api,
  DATABASE_URL: options.databaseUrl,
  MASTER_KEY: secrets.masterKey,
  ERASURE_LIST: erasuresIn(options.dataDir),
  OPERATOR_KEY: secrets.operatorKey,
  ATTACHMENTS_FOLDER: join(options.dataDir, 'attachments'),
  RATE_LIMIT_PER_MINUTE: options.rateLimitPerMinute,
  PROCESS_NAME: 'api-1',
  ...(options.ci ? {} : signInOf(addresses.idp, secrets)),
  ...(options.redisUrl ? { REDIS_URL: options.redisUrl } : {}),
  ...(trusting ? { TRUSTED_PROXIES: '1' } : {}),
  // Production takes no clock that can be moved, so with it the API is no production.
  ...options.apiEnv,
  ...(testClock ? { NODE_ENV: 'test', COUNTERSIGN_TEST_CLOCK: '1' } : {}),
});

/** Another process of the API: the same service, under a name and at a port of its own. */
export const replicaOf = (api: App, number: number, port: number): App => ({
  ...api,
  name: `api-${number}`,
  env: { ...api.env, PORT: String(port), PROCESS_NAME: `api-${number}` },
  logFile: api.logFile.replace(/api\.log$/, `api-${number}.log`),
  ready: `http://localhost:${port}/health/ready`,
});

/** Anybody who signs in at the stand-in for Google makes a brand of the demo. */
const signInOf = (idp: string, { signIn }: Secrets) => ({
  SIGN_IN_ISSUER: `${idp}/google`,
  SIGN_IN_CLIENT_ID: signIn.clientId,
  SIGN_IN_CLIENT_SECRET: signIn.clientSecret,
  SIGN_IN_LABEL: 'Google',
  SIGN_UP: 'open',
});

const shopOf = ({ dataDir, secrets }: AppsOptions) => ({
  DEMO_FILE: demoFileOf(dataDir),
  SESSION_SECRET: secrets.sessionSecret,
  // Of the phone's app, which may not be built: the shop then says how.
  APP_BUILD: inRoot('apps/brand-mobile/dist/export'),
});

/** While developing: what is edited is built, and what was built is started anew. */
const rebuildOf = (logFile: string): App => ({
  name: 'rebuild',
  script: inRoot('node_modules/turbo/bin/turbo'),
  // The two sites build themselves, at each request.
  args: ['watch', 'build', '--filter=!@countersign/brand-site', '--filter=!@countersign/workspace'],
  cwd: inRoot(),
  env: { TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1' },
  logFile,
});
