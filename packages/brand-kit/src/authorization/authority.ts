import { memoryStore } from './memory-store.js';
import type { AuthorizationClient, AuthorizationOptions } from './options.js';
import type { SigningKey } from './signing-keys.js';

/** The options, checked, and with what was left out filled in. */
export type Authority = Omit<Required<AuthorizationOptions>, 'clients' | 'keys' | 'lifetimes'> & {
  readonly clients: ReadonlyMap<string, AuthorizationClient>;
  readonly keys: () => Promise<readonly SigningKey[]>;
  readonly lifetimes: Required<NonNullable<AuthorizationOptions['lifetimes']>>;
};

const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\]|[\w-]+\.localhost)$/;

function mustBeAddress(what: string, address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  const secure = url?.protocol === 'https:' || (url?.protocol === 'http:' && LOOPBACK.test(url.hostname));
  if (!url || !secure)
    throw new TypeError(`${what}: expected https:, or http: on loopback, and not ${JSON.stringify(address)}`);
  if (url.hash !== '' || address.includes('#')) throw new TypeError(`${what}: expected no fragment`);
  return url;
}

function checkClient({ clientId, clientSecret, redirectUris, backchannelLogoutUri }: AuthorizationClient) {
  if (clientSecret.length < 24)
    throw new TypeError(`client ${clientId}: expected a secret of at least 24 characters`);
  for (const uri of redirectUris) mustBeAddress(`client ${clientId}, redirect URI`, uri);
  if (backchannelLogoutUri) mustBeAddress(`client ${clientId}, logout address`, backchannelLogoutUri);
}

/** Refuses what could not work, before anybody signs in. */
export function authorityOf(options: AuthorizationOptions): Authority {
  const { issuer, clients, keys, now = () => new Date() } = options;
  const { search } = mustBeAddress('issuer', issuer);
  if (issuer.endsWith('/') || search !== '')
    throw new TypeError('issuer: expected no slash at its end, and no query');
  for (const client of clients) checkClient(client);
  const byId = new Map(clients.map((client) => [client.clientId, client]));
  if (byId.size < clients.length) throw new TypeError('clients: expected each client id once');
  const lifetimes = {
    codeSeconds: 60,
    idTokenSeconds: 300,
    accessTokenSeconds: 300,
    ...options.lifetimes,
  };
  if (lifetimes.codeSeconds > 600) throw new TypeError('codeSeconds: expected at most 600');
  if (lifetimes.idTokenSeconds > 86_400) throw new TypeError('idTokenSeconds: expected at most 86400');
  return {
    ...options,
    clients: byId,
    keys: typeof keys === 'function' ? keys : async () => keys,
    claimsOf: options.claimsOf ?? (async () => ({})),
    store: options.store ?? memoryStore(now),
    lifetimes,
    acrValues: options.acrValues ?? [],
    onReplay: options.onReplay ?? (() => undefined),
    now,
  };
}
