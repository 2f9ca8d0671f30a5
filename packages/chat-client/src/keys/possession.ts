import type { Device } from '../platform/device.js';
import type { ProofKey } from './proof-key.js';

/** What is signed and hashed here is ASCII: base64url, JSON of URLs and random names. */
const ascii = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));

/** The request a proof of possession is for: it is good for no other. */
export type PossessionOf = {
  readonly method: string;
  /** Without query and fragment. */
  readonly url: string;
  /** The token the proof goes with. */
  readonly accessToken?: string | undefined;
};

/** A proof that this browser holds the key, for one request. In the form of RFC 9449, section 4.2. */
export async function proveKey(
  { jwk, sign }: ProofKey,
  { method, url, accessToken }: PossessionOf,
  { base64url, randomId, sha256 }: Pick<Device, 'base64url' | 'randomId' | 'sha256'>,
  now: number,
): Promise<string> {
  const part = (value: object) => base64url(ascii(JSON.stringify(value)));
  const header = { typ: 'dpop+jwt', alg: 'ES256', jwk };
  const payload = {
    htm: method,
    htu: url,
    iat: Math.floor(now / 1000),
    jti: randomId(),
    ...(accessToken && { ath: base64url(await sha256(ascii(accessToken))) }),
  };
  const input = `${part(header)}.${part(payload)}`;
  return `${input}.${base64url(await sign(ascii(input)))}`;
}
