import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';
import type { Address, Network } from './network.js';

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

function range(address: string): string {
  const parsed = ipaddr.parse(address);
  return parsed.kind() === 'ipv6' && (parsed as ipaddr.IPv6).isIPv4MappedAddress()
    ? (parsed as ipaddr.IPv6).toIPv4Address().range()
    : parsed.range();
}

/** Whether an address may be called: global unicast, or loopback where that is allowed. */
export const mayCall = (address: string, { loopback }: AddressRules): boolean => {
  const kind = range(address);
  return kind === 'unicast' || (loopback && kind === 'loopback');
};

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
