const alphabet = /^[A-Za-z0-9_-]*$/;
const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/**
 * Whether a string is base64url as its encoder would write it: no padding, no stray bits in the last character.
 * Two spellings of the same bytes would be two fingerprints of one proof. RFC 4648, section 3.5.
 */
export const isCanonicalBase64url = (text: string): boolean => alphabet.test(text) && isWholeBase64url(text);

/** The same, of a text that is known to hold nothing but the digits. */
export function isWholeBase64url(text: string): boolean {
  if (text.length % 4 === 1) return false;
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
const values = new Uint8Array(256).fill(NOTHING);
for (const [value, digit] of [...digits].entries()) values[digit.charCodeAt(0)] = value;

const utf8 = new TextEncoder();

type Decoder = { from(text: string, encoding: 'base64url'): Uint8Array<ArrayBuffer> };
/** Where a runtime has one, its decoder is several times as fast, and a third of judging a token is decoding it. */
const { Buffer: native } = globalThis as { readonly Buffer?: Decoder };

/** The bytes a text spells, leniently: what is no digit is passed over. Whether it is canonical is another question. */
export function fromBase64url(text: string): Uint8Array<ArrayBuffer> {
  if (!native) return decodeInPlace(text);
  const { buffer, byteOffset, length } = native.from(text, 'base64url');
  return new Uint8Array(buffer, byteOffset, length);
}

/** The same, where there is nothing native. */
export function decodeInPlace(text: string): Uint8Array<ArrayBuffer> {
  // Decoded in place: three bytes never reach beyond the four digits they are spelt by.
  const bytes = utf8.encode(text);
  const whole = bytes.length & ~3;
  let [length, seen] = [0, 0];
  for (let at = 0; at < whole; at += 4) {
    const a = sixBitsOf(bytes[at]);
    const b = sixBitsOf(bytes[at + 1]);
    const c = sixBitsOf(bytes[at + 2]);
    const d = sixBitsOf(bytes[at + 3]);
    seen |= a | b | c | d;
    bytes[length++] = (a << 2) | (b >> 4);
    bytes[length++] = (b << 4) | (c >> 2);
    bytes[length++] = (c << 6) | d;
  }
  if (seen > LARGEST) return decodeSlowly(text);
  if (whole === text.length) return bytes.subarray(0, length);
  const rest = decodeSlowly(text.slice(whole));
  bytes.set(rest, length);
  return bytes.subarray(0, length + rest.length);
}

const sixBitsOf = (digit: number | undefined): number => values[digit ?? 0] ?? NOTHING;

function decodeSlowly(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array((text.length * 3) >> 2);
  let [length, bits, gathered] = [0, 0, 0];
  for (let at = 0; at < text.length; at++) {
    const value = values[text.charCodeAt(at)] ?? NOTHING;
    if (value === NOTHING) continue;
    gathered = ((gathered << 6) | value) & 0xfff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[length++] = gathered >> bits;
  }
  return bytes.subarray(0, length);
}

type Hashing = { hash?(algorithm: 'sha256', text: string, encoding: 'base64url'): string };
type Modules = { getBuiltinModule?(name: 'node:crypto'): Hashing };
/** WebCrypto sends each text to another thread and back, which for a few hundred bytes costs more than the digest does. */
const { hash } = (globalThis as { process?: Modules }).process?.getBuiltinModule?.('node:crypto') ?? {};

export const sha256 = async (text: string): Promise<Uint8Array> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', utf8.encode(text)));

/** BASE64URL(SHA-256(text)), at once where the runtime can. */
export const digestOf = hash
  ? async (text: string): Promise<string> => hash('sha256', text, 'base64url')
  : async (text: string): Promise<string> => toBase64url(await sha256(text));
