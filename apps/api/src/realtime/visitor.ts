import type { Socket } from 'socket.io';

type Handshake = Pick<Socket['handshake'], 'address' | 'headers'>;

/** Where a socket comes from: the address before as many proxies as are trusted, as Express reckons it for requests. */
export function visitorOf({ address, headers }: Handshake, trusted: number): string {
  const forwarded = [headers['x-forwarded-for'] ?? []].flat().join(',');
  const hops = forwarded.split(',').map((hop) => hop.trim());
  const way = [address, ...hops.filter(Boolean).reverse()];
  return way[Math.min(trusted, way.length - 1)] ?? address;
}
