import type { Entries } from '../profiles/index.js';

/** A redirect URI with members added to its query or fragment; what it already had stays as it was registered. */
export function addressWith(
  redirectUri: string,
  entries: Entries,
  where: 'query' | 'fragment' = 'query',
): string {
  const members = entries.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&');
  if (where === 'fragment') return `${redirectUri}#${members}`;
  return `${redirectUri}${redirectUri.includes('?') ? '&' : '?'}${members}`;
}
