export type BrandSlug = 'larkspur' | 'juniper';

/** Where Larkspur's app runs in a browser: an origin of its own, which shares nothing with the shop's pages. */
const appHost = 'larkspur-app.localhost';

const nameIn = (host: string | null): string | undefined => host?.toLowerCase().replace(/:\d+$/, '');

/** Whether a request is for the app's own address. */
export const isApp = (host: string | null): boolean => nameIn(host) === appHost;

/**
 * Whose site a host name is. Larkspur also answers at the plain names of this machine;
 * a name nobody knows belongs to nobody, so that a forged Host can never end up in a link.
 */
export function brandOfHost(host: string | null): BrandSlug | undefined {
  const name = nameIn(host);
  if (name === 'juniper.localhost') return 'juniper';
  if (name === 'larkspur.localhost' || name === 'localhost' || name === '127.0.0.1' || name === appHost)
    return 'larkspur';
  return undefined;
}
