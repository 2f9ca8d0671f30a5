const alphabet = /^[A-Za-z0-9_-]*$/;
const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/**
 * Whether a string is base64url as its encoder would write it: no padding, no stray bits in the last character.
 * Two spellings of the same bytes would be two fingerprints of one proof. RFC 4648, section 3.5.
 */
export function isCanonicalBase64url(text: string): boolean {
  if (!alphabet.test(text) || text.length % 4 === 1) return false;
  const spare = { 0: 0, 2: 4, 3: 2 }[text.length % 4] ?? 0;
  const last = digits.indexOf(text.at(-1) ?? 'A');
  return (last & ((1 << spare) - 1)) === 0;
}

export function toBase64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
}

export function fromBase64url(text: string): Uint8Array {
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0));
}

export const sha256 = async (text: string): Promise<Uint8Array> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
