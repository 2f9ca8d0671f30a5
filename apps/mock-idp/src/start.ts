import { join } from 'node:path';
import { type Logger, pino } from 'pino';
import type { ClientInput } from './clients/index.js';
import type { Control } from './door/index.js';
import { demoIssuers, type IssuerPlan } from './issuers.js';
import { KeyRing } from './keys/index.js';
import { type MakeNamespace, makeNamespace, Namespaces, type Seed } from './namespace/index.js';
import { type PersonInput, readCast } from './people/index.js';
import { googleHosts, googlesOwn, type Place, publishBy } from './places/index.js';
import { readConfigFile } from './read-config-file.js';
import { serve } from './serve.js';
import { close, listen, makeServer } from './server/index.js';
import { type Credentials, credentialsFor } from './tls/index.js';

export type StartOptions = {
  /** 0 takes any free one. */
  readonly port?: number;
  /** The address to listen on; default loopback: it gives identities away. */
  readonly host?: string;
  /** How browsers and clients reach it; default `http://localhost:<port>`. */
  readonly publicUrl?: string | undefined;
  /** How servers reach it, where they cannot by `publicUrl`: in a container, say. The issuer stays the same. */
  readonly backchannelUrl?: string | undefined;
  /** A YAML or JSON file with people, clients and issuers. What stands beside it here goes before it. */
  readonly config?: string | undefined;
  readonly issuers?: readonly IssuerPlan[] | undefined;
  /** Who is known in every namespace from the start; default the cast of the demo. */
  readonly people?: readonly PersonInput[] | undefined;
  /** Registered in every namespace from the start. */
  readonly clients?: readonly ClientInput[] | undefined;
  /** How many namespaces there is room for beside the one at the root; default 200. The one idle longest makes way. */
  readonly namespaces?: number | undefined;
  /** Whether the control API answers; default yes, to this machine. `anywhere`: to whoever reaches the port. */
  readonly control?: Control;
  /** A folder to keep signing keys and certificates in; without it they are made anew. */
  readonly dataFolder?: string | undefined;
  /** HTTPS, by a certificate of an authority of its own. */
  readonly https?: boolean | undefined;
  /** Answers as Google's four hosts too, by HTTPS, for clients that are told they lead here. Loopback only. */
  readonly asGoogle?: boolean | undefined;
  readonly log?: Logger;
};

export type RunningMockIdp = {
  /** Without a trailing slash. */
  readonly url: string;
  readonly port: number;
  readonly issuers: Readonly<Record<string, string>>;
  /** With HTTPS: the file of the authority, and the hash of the key for Chromium. */
  readonly tls?: { readonly caFile: string; readonly spki: string } | undefined;
  close(): Promise<void>;
  /** `await using idp = await startMockIdp()` closes it at the end of the block. */
  [Symbol.asyncDispose](): Promise<void>;
};

/** The file's word, then what stands beside it. */
async function withFile(options: StartOptions): Promise<StartOptions> {
  if (options.config === undefined) return options;
  const said = Object.entries(options).filter(([, value]) => value !== undefined);
  return { ...(await readConfigFile(options.config)), ...Object.fromEntries(said) };
}

const loopback = /^(localhost|127(\.\d{1,3}){3}|::1)$/;

function judgeAsGoogle(
  { asGoogle, host }: StartOptions,
  plans: readonly IssuerPlan[],
): IssuerPlan | undefined {
  if (!asGoogle) return undefined;
  if (host !== undefined && !loopback.test(host))
    throw new Error(`As Google it listens on loopback only: expected 127.0.0.1 or ::1, not ${host}.`);
  const plan = plans.find(({ profile }) => profile.name.startsWith('google'));
  if (plan) return plan;
  throw new Error('To stand in under the names of Google it needs an issuer with a google profile.');
}

const hostIn = (url: string | undefined): string[] => (url === undefined ? [] : [new URL(url).hostname]);

/** Google's names have an authority apart: who trusts the other one does not let anybody be Google. */
async function credentials(options: StartOptions): Promise<Credentials | undefined> {
  const { https, asGoogle, dataFolder, publicUrl, backchannelUrl } = options;
  if (!https && !asGoogle) return undefined;
  const own = [
    'localhost',
    '*.localhost',
    '127.0.0.1',
    '::1',
    ...hostIn(publicUrl),
    ...hostIn(backchannelUrl),
  ];
  const names = [...new Set(asGoogle ? [...own, ...googleHosts] : own)];
  return credentialsFor(names, dataFolder && join(dataFolder, asGoogle ? 'tls-as-google' : 'tls'));
}

function namespacesFor(options: StartOptions, seed: Seed, url: string, log: Logger): Namespaces {
  const { dataFolder, namespaces = 200, backchannelUrl } = options;
  const google = judgeAsGoogle(options, seed.plans);
  const publish = publishBy(url, backchannelUrl);
  const file = (name: string, issuer: string) =>
    name === '' && dataFolder ? join(dataFolder, `${issuer}.keyring.json`) : undefined;
  const ordinary = (_plan: IssuerPlan, mount: string): Place => ({
    mount,
    issuer: `${url}${mount}`,
    publish,
  });
  const make: MakeNamespace = (name, former) => {
    // A namespace that is reset keeps its key rings, turned back: whoever has cached its keys need not ask again.
    const rings = new Map(former?.issuers.map(({ key, world }) => [key, world.keys]));
    const keysOf = (issuer: string) => rings.get(issuer) ?? new KeyRing(file(name, issuer));
    const place = (plan: IssuerPlan, mount: string) =>
      plan === google && name === '' ? googlesOwn : ordinary(plan, mount);
    return makeNamespace({ name, url, seed, log, keysOf, place });
  };
  return new Namespaces(make(''), make, namespaces);
}

/** The whole stand-in in this process. */
export async function startMockIdp(given: StartOptions = {}): Promise<RunningMockIdp> {
  const options = await withFile(given);
  const { port = 0, host = '127.0.0.1', issuers: plans = demoIssuers, control = true } = options;
  const log = options.log ?? pino({ level: 'silent' });
  const seed: Seed = { plans, people: options.people ?? readCast(), clients: options.clients ?? [] };
  judgeAsGoogle(options, plans);
  const shown = await credentials(options);
  const server = await makeServer(shown);
  const taken = await listen(server, port, host).catch((error: unknown) => {
    shown?.forget();
    throw error;
  });
  // The port is part of every issuer's name, so they are made once it is known.
  const url = options.publicUrl ?? `${shown ? 'https' : 'http'}://localhost:${taken}`;
  const namespaces = namespacesFor(options, seed, url, log);
  server.on('request', serve({ namespaces, control, log }));
  let ended: Promise<void> | undefined;
  const end = () => {
    // First whoever waits in it: a request that is slow on purpose would outlive the server.
    namespaces.close();
    ended ??= close(server).then(() => shown?.forget());
    return ended;
  };
  return {
    url,
    port: taken,
    issuers: Object.fromEntries(namespaces.root.issuers.map(({ key, issuer }) => [key, issuer])),
    tls: shown && { caFile: shown.caFile, spki: shown.spki },
    close: end,
    [Symbol.asyncDispose]: end,
  };
}
