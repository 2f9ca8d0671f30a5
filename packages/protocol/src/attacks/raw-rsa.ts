import { fromBase64url, sha256 } from '../bytes.js';
import type { Keyring } from './keyring.js';
import type { Signer } from './signers.js';

const BYTES = 256;

const numberOf = (bytes: Iterable<number>): bigint =>
  [...bytes].reduce((sum, one) => (sum << 8n) | BigInt(one), 0n);
const bytesOf = (value: bigint, length = BYTES): Uint8Array =>
  Uint8Array.from({ length }, (_, at) => Number((value >> BigInt(8 * (length - 1 - at))) & 0xffn));

function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let [result, square] = [1n, base % modulus];
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * square) % modulus;
    square = (square * square) % modulus;
  }
  return result;
}

const exported = async (key: CryptoKey, member: 'n' | 'd'): Promise<bigint> =>
  numberOf(fromBase64url((await crypto.subtle.exportKey('jwk', key))[member] ?? ''));

/** What stands before a SHA-256 digest within a signature: its `DigestInfo`. RFC 8017, section 9.2, note 1. */
const NAME_OF_SHA_256 = [
  0x30, 0x31, 0x30, 0x0d, 0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01,
];
export const digestInfo = [...NAME_OF_SHA_256, 0x05, 0x00, 0x04, 0x20];
/** The same without the parameters, which are nothing: both encodings are met with. */
export const digestInfoWithoutParameters = [0x30, 0x2f, 0x30, 0x0b, ...NAME_OF_SHA_256.slice(4), 0x04, 0x20];

/** The block that is raised to a power, as RSASSA-PKCS1-v1_5 pads it. RFC 8017, section 9.2. */
export const padded = (
  content: readonly number[],
  { kind = 1, ones = 0xff, length = BYTES } = {},
): number[] => [...[0, kind], ...Array<number>(length - content.length - 3).fill(ones), ...[0, ...content]];

/** The issuer's key put to a block of another form, which a lenient verifier reads all the same. */
export const overBlock =
  (block: (digest: readonly number[]) => readonly number[]): Signer =>
  async (input, { signing }) => {
    const { privateKey } = signing.rsa;
    const [n, d] = await Promise.all([exported(privateKey, 'n'), exported(privateKey, 'd')]);
    return bytesOf(power(numberOf(block([...(await sha256(input))])), d, n));
  };

/** A genuine signature and once the modulus: the same power, by another number. RFC 8017, section 5.2.2. */
export const andModulus =
  (genuine: Signer): Signer =>
  async (input: string, ring: Keyring) => {
    const sum = numberOf(await genuine(input, ring)) + (await exported(ring.signing.rsa.publicKey, 'n'));
    return bytesOf(sum, sum >> BigInt(8 * BYTES) > 0n ? BYTES + 1 : BYTES);
  };
