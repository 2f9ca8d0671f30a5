import ipaddr from 'ipaddr.js';

const MOST = 10_000;
/** Asked for each message, and always of the same addresses: to read one takes longer than to store a line. */
const known = new Map<string, string>();

/** Whom an address counts for: whoever has one of IPv6 has the 2^64 beside it. */
export function networkOf(address: string): string {
  const before = known.get(address);
  if (before !== undefined) return before;
  if (known.size >= MOST) known.clear();
  const network = read(address);
  known.set(address, network);
  return network;
}

function read(address: string): string {
  if (!ipaddr.isValid(address)) return address;
  const parsed = ipaddr.process(address);
  return parsed instanceof ipaddr.IPv6 ? parsed.parts.slice(0, 4).join(':') : parsed.toString();
}
