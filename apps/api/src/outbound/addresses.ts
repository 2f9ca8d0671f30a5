import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';
import type { Address, Network } from './network.client.js';

export type AddressRules = {
  /** Loopback may be called: on a developer's machine and in a demo only. */
  readonly loopback: boolean;
  /** Exact `host:port` the operator allows, whatever it resolves to. */
  readonly allow: readonly string[];
};

export class AddressForbidden extends Error {
  override readonly name = 'AddressForbidden';
}

const isLocalhost = (host: string) => host === 'localhost' || host.endsWith('.localhost');

/** What of IPv6 is handed out for the open network; whatever else no list names is reserved, and may be anybody's inside. */
const handedOut = ipaddr.IPv6.parseCIDR('2000::/3');

/** Whether an address may be called: global unicast, or loopback where that is allowed. */
export function mayCall(address: string, { loopback }: AddressRules): boolean {
  const parsed = ipaddr.process(address);
  const kind = parsed.range();
  if (kind === 'unicast') return parsed instanceof ipaddr.IPv4 || parsed.match(handedOut);
  return loopback && kind === 'loopback';
}

/**
 * Resolves a name and tests every address of it. The socket goes to what was tested, never to a second answer.
 * Throws `AddressForbidden`, or what the resolver throws.
 */
export async function resolveTested(
  network: Network,
  host: string,
  port: number,
  rules: AddressRules,
): Promise<Address[]> {
  const bare = host.replace(/^\[|\]$/g, '');
  // Browsers know `*.localhost`; the resolver of many systems does not.
  const found = isLocalhost(bare)
    ? [{ address: '127.0.0.1', family: 4 }]
    : isIP(bare)
      ? [{ address: bare, family: isIP(bare) }]
      : await network.resolve(bare);
  if (rules.allow.includes(`${host}:${port}`)) return found;
  if (found.length > 0 && found.every(({ address }) => mayCall(address, rules))) return found;
  throw new AddressForbidden(`No address of ${host} may be called`);
}
