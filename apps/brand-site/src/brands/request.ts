import { headers } from 'next/headers';
import { notFound } from 'next/navigation';
import { type BrandSlug, brandOfHost } from './brand';

export type Place = { readonly brand: BrandSlug; readonly origin: string };

/** The brand a request is for, and the origin the browser sees. Not `request.url`: that is where the server listens. */
export function placeOf(incoming: Headers): Place | undefined {
  const host = incoming.get('host');
  const brand = brandOfHost(host);
  if (!brand || !host) return undefined;
  const scheme = incoming.get('x-forwarded-proto') === 'https' ? 'https' : 'http';
  return { brand, origin: `${scheme}://${host.toLowerCase()}` };
}

export async function currentPlace(): Promise<Place> {
  return placeOf(await headers()) ?? notFound();
}
