import { fromBase64url } from '../bytes.js';
import type { Signature } from '../checks/check.js';
import { cryptoKeyOf } from './crypto-key.js';

/** How each algorithm verifies; the key itself was imported for it. RFC 7518, section 3.1; RFC 8037, section 3.1. */
const ways = new Map<string, AlgorithmIdentifier | RsaPssParams | EcdsaParams>([
  ['RS256', { name: 'RSASSA-PKCS1-v1_5' }],
  ['PS256', { name: 'RSA-PSS', saltLength: 32 }],
  ['ES256', { name: 'ECDSA', hash: 'SHA-256' }],
  ['EdDSA', { name: 'Ed25519' }],
]);

const text = new TextEncoder();

/** Whether the key made this signature over this input. A key or a signature that is none made nothing. */
export async function verifies({ header, signingInput, signature, key }: Signature): Promise<boolean> {
  const way = ways.get(header.alg);
  const imported = way && cryptoKeyOf(key, header.alg);
  const cryptoKey = imported instanceof Promise ? await imported : imported;
  if (!way || !cryptoKey) return false;
  try {
    const bytes = fromBase64url(signature);
    return await crypto.subtle.verify(way, cryptoKey, bytes, text.encode(signingInput));
  } catch {
    return false;
  }
}
