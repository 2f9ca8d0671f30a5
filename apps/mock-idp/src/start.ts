import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Logger, pino } from 'pino';
import { type ClientDefaults, Clients } from './clients/index.js';
import { controlDoor } from './door/index.js';
import { type Issuer, makeIssuer } from './issuer/index.js';
import { demoIssuers, type IssuerPlan } from './issuers.js';
import { type SigningKey, signingKeys } from './keys/index.js';
import { Outages } from './outages/index.js';
import { People, readCast } from './people/index.js';
import { serve } from './serve.js';
import { Browsers, Consents } from './world/index.js';

export type StartOptions = {
  /** 0 takes any free one. */
  readonly port?: number;
  /** The address to listen on; default loopback: it gives identities away. */
  readonly host?: string;
  /** How browsers and clients reach it; default `http://localhost:<port>`. */
  readonly publicUrl?: string | undefined;
  readonly issuers?: readonly IssuerPlan[];
  /** Whether the control API answers; default yes. */
  readonly control?: boolean;
  /** A folder to keep signing keys in; without it they are made anew. */
  readonly dataFolder?: string | undefined;
  readonly log?: Logger;
};

export type RunningMockIdp = {
  /** Without a trailing slash. */
  readonly url: string;
  readonly port: number;
  readonly issuers: Readonly<Record<string, string>>;
  close(): Promise<void>;
};

const clientDefaults = ({ profile }: IssuerPlan): ClientDefaults => ({
  newId: profile.newClientId,
  newSecret: profile.newClientSecret,
  consent: profile.consent,
});

function makeStores(plans: readonly IssuerPlan[]) {
  const people = new People(new Map(plans.map(({ key, profile }) => [key, profile.newSubject])));
  for (const person of readCast()) people.put(person);
  const clients = new Clients(new Map(plans.map((plan) => [plan.key, clientDefaults(plan)])));
  return { issuers: plans.map(({ key }) => key), people, clients, outages: new Outages() };
}

type Stores = ReturnType<typeof makeStores>;

/** Made before anybody can ask: two RSA keys for each issuer take a moment. */
const makeKeys = async (plans: readonly IssuerPlan[], folder: string | undefined) =>
  new Map(await Promise.all(plans.map(async ({ key }) => [key, await signingKeys(key, folder)] as const)));

function playIssuer(
  { key, label, profile }: IssuerPlan,
  url: string,
  stores: Stores,
  rest: { readonly keys: readonly SigningKey[]; readonly log: Logger },
): Issuer {
  const mount = `/${key}`;
  const browsers = new Browsers(`idp_${key}_browser`, mount);
  const consents = new Consents();
  return makeIssuer({
    ...stores,
    ...rest,
    key,
    label,
    profile,
    mount,
    issuer: `${url}${mount}`,
    consents,
    browsers,
  });
}

const listen = (server: Server, port: number, host: string): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
  });

const close = (server: Server): Promise<void> =>
  new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()));
    server.closeAllConnections();
  });

/** The whole stand-in in this process. */
export async function startMockIdp(options: StartOptions = {}): Promise<RunningMockIdp> {
  const { port = 0, host = '127.0.0.1', issuers: plans = demoIssuers, control = true } = options;
  const log = options.log ?? pino({ level: 'silent' });
  const keys = await makeKeys(plans, options.dataFolder);
  const stores = makeStores(plans);
  const server = createServer();
  const taken = await listen(server, port, host);
  // The port is part of every issuer's name, so they are made once it is known.
  const url = options.publicUrl ?? `http://localhost:${taken}`;
  const issuers = plans.map((plan) => playIssuer(plan, url, stores, { keys: keys.get(plan.key) ?? [], log }));
  const controlUrl = control ? `${url}/control` : undefined;
  server.on('request', serve({ issuers, control: controlDoor(stores, control), controlUrl, log }));
  return {
    url,
    port: taken,
    issuers: Object.fromEntries(issuers.map(({ key, issuer }) => [key, issuer])),
    close: () => close(server),
  };
}
