/** edwards25519: −x² + y² = 1 + d·x²·y² over the integers mod P, where d = −121665/121666. RFC 8032, section 5.1. */
const P = 2n ** 255n - 19n;

const littleEndian = (bytes: Uint8Array): bigint =>
  bytes.reduceRight((sum, byte) => (sum << 8n) | BigInt(byte), 0n);

/**
 * Whether a public key is one of the few points that vanish when they are doubled three times. Under such a key one
 * signature verifies over many messages, whoever made it. A second spelling of a point counts as such a point:
 * RFC 8032, section 5.1.3.
 *
 * On the curve, order 1 and 2 are y = ±1 and order 4 is y = 0. A point of order 8 doubles to y = 0, which is
 * x² = −y², and with the equation of the curve d·y⁴ + 2·y² − 1 = 0. No square root is needed to know.
 */
export function isSmallOrder(key: Uint8Array): boolean {
  if (key.length !== 32) return true;
  const y = littleEndian(key) & (2n ** 255n - 1n);
  if (y >= P) return true;
  const square = (y * y) % P;
  const ofOrderEight = -121665n * square * square + 121666n * (2n * square - 1n);
  return y === 0n || square === 1n || ofOrderEight % P === 0n;
}
