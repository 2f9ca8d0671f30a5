import ipaddr from 'ipaddr.js';

/** Whom an address counts for: whoever has one of IPv6 has the 2^64 beside it. */
export function networkOf(address: string): string {
  if (!ipaddr.isValid(address)) return address;
  const parsed = ipaddr.process(address);
  return parsed instanceof ipaddr.IPv6 ? parsed.parts.slice(0, 4).join(':') : parsed.toString();
}
