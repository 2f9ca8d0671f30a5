import { CompactSign, importJWK } from 'jose';
import type { SigningKey } from '../keys/index.js';

const bytes = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));

/** Signs claims in the order they have: the order is part of what a stand-in copies. */
export async function signed(claims: Record<string, unknown>, key: SigningKey): Promise<string> {
  const { kid, alg } = key;
  return new CompactSign(bytes(claims))
    .setProtectedHeader({ alg, kid, typ: 'JWT' })
    .sign(await importJWK(key, alg));
}
