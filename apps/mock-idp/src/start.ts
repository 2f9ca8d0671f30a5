import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { type Logger, pino } from 'pino';
import type { ClientInput } from './clients/index.js';
import { demoIssuers, type IssuerPlan } from './issuers.js';
import { makeNamespace, Namespaces, type Seed } from './namespace/index.js';
import { type Person, readCast } from './people/index.js';
import { serve } from './serve.js';

export type StartOptions = {
  /** 0 takes any free one. */
  readonly port?: number;
  /** The address to listen on; default loopback: it gives identities away. */
  readonly host?: string;
  /** How browsers and clients reach it; default `http://localhost:<port>`. */
  readonly publicUrl?: string | undefined;
  readonly issuers?: readonly IssuerPlan[];
  /** Who is known in every namespace from the start; default the cast of the demo. */
  readonly people?: readonly Person[] | undefined;
  /** Registered in every namespace from the start. */
  readonly clients?: readonly ClientInput[] | undefined;
  /** How many namespaces there is room for beside the one at the root; default 200. The one idle longest makes way. */
  readonly namespaces?: number | undefined;
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

function namespacesFor(options: StartOptions, seed: Seed, url: string, log: Logger): Namespaces {
  const { dataFolder, namespaces = 200 } = options;
  const keyFile = (issuer: string) => dataFolder && join(dataFolder, `${issuer}.keyring.json`);
  const root = makeNamespace({ name: '', url, seed, log, keyFile });
  return new Namespaces(root, (name) => makeNamespace({ name, url, seed, log }), namespaces);
}

/** The whole stand-in in this process. */
export async function startMockIdp(options: StartOptions = {}): Promise<RunningMockIdp> {
  const { port = 0, host = '127.0.0.1', issuers: plans = demoIssuers, control = true } = options;
  const log = options.log ?? pino({ level: 'silent' });
  const seed: Seed = { plans, people: options.people ?? readCast(), clients: options.clients ?? [] };
  const server = createServer();
  const taken = await listen(server, port, host);
  // The port is part of every issuer's name, so they are made once it is known.
  const url = options.publicUrl ?? `http://localhost:${taken}`;
  const namespaces = namespacesFor(options, seed, url, log);
  server.on('request', serve({ namespaces, control, log }));
  return {
    url,
    port: taken,
    issuers: Object.fromEntries(namespaces.root.issuers.map(({ key, issuer }) => [key, issuer])),
    close: () => close(server),
  };
}
