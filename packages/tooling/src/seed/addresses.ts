/** Where the parts of the house answer. No trailing slash. */
export type Addresses = {
  readonly idp: string;
  readonly api: string;
  readonly brandSite: string;
  readonly workspace: string;
};

/** `http://localhost:4200` as another name of the same machine: `http://larkspur.localhost:4200`. */
export function under(address: string, host: string): string {
  const url = new URL(address);
  url.hostname = host;
  return url.origin;
}

/**
 * Every origin a brand's pages are served from in the demo: its own name, and over plain http the plain one and another site.
 * Over https each name is another site already.
 */
export function originsOf({ brandSite }: Addresses, brand: string): string[] {
  const own = under(brandSite, `${brand}.localhost`);
  const plain = brand === 'larkspur' && brandSite.startsWith('http:');
  return plain ? [own, brandSite, under(brandSite, '127.0.0.1')] : [own];
}

/** Where the shop's app runs in a browser. On a phone its requests have no origin. */
export const appOriginOf = ({ brandSite }: Addresses): string => under(brandSite, 'larkspur-app.localhost');
