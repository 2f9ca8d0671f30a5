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

const [LARGEST, NOTHING] = [63, 255];
const values = new Uint8Array(128).fill(NOTHING);
for (const [value, digit] of [...digits].entries()) values[digit.charCodeAt(0)] = value;

const valueAt = (text: string, at: number): number => values[text.charCodeAt(at)] ?? NOTHING;

/** The bytes a text spells, leniently: what is no digit is passed over. Whether it is canonical is another question. */
export function fromBase64url(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array((text.length * 3) >> 2);
  const whole = text.length & ~3;
  let length = 0;
  for (let at = 0; at < whole; at += 4) {
    const a = valueAt(text, at);
    const b = valueAt(text, at + 1);
    const c = valueAt(text, at + 2);
    const d = valueAt(text, at + 3);
    if ((a | b | c | d) > LARGEST) return decodeSlowly(text);
    bytes[length++] = (a << 2) | (b >> 4);
    bytes[length++] = (b << 4) | (c >> 2);
    bytes[length++] = (c << 6) | d;
  }
  bytes.set(decodeSlowly(text.slice(whole)), length);
  return bytes;
}

function decodeSlowly(text: string): Uint8Array<ArrayBuffer> {
  const bytes: number[] = [];
  let [bits, gathered] = [0, 0];
  for (let at = 0; at < text.length; at++) {
    const value = valueAt(text, at);
    if (value === NOTHING) continue;
    gathered = ((gathered << 6) | value) & 0xfff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push((gathered >> bits) & 0xff);
  }
  return Uint8Array.from(bytes);
}

export const sha256 = async (text: string): Promise<Uint8Array> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
