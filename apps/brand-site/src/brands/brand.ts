export type BrandSlug = 'larkspur' | 'juniper';

/**
 * Whose site a host name is. Larkspur also answers at the plain names of this machine;
 * a name nobody knows belongs to nobody, so that a forged Host can never end up in a link.
 */
export function brandOfHost(host: string | null): BrandSlug | undefined {
  const name = host?.toLowerCase().replace(/:\d+$/, '');
  if (name === 'juniper.localhost') return 'juniper';
  if (name === 'larkspur.localhost' || name === 'localhost' || name === '127.0.0.1') return 'larkspur';
  return undefined;
}
