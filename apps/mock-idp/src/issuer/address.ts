import type { Entries } from '../profiles/index.js';

/** A redirect URI with members added to its query; what it already had stays as it was registered. */
export function addressWith(redirectUri: string, entries: Entries): string {
  const query = entries.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&');
  return `${redirectUri}${redirectUri.includes('?') ? '&' : '?'}${query}`;
}
