import { CompactSign, type CryptoKey, importJWK } from 'jose';
import type { SigningKey } from '../keys/index.js';

const bytes = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));

/** Reading a key costs as much as signing with it: each is read once. */
const read = new WeakMap<SigningKey, Promise<CryptoKey | Uint8Array>>();

function readKey(key: SigningKey): Promise<CryptoKey | Uint8Array> {
  const known = read.get(key) ?? importJWK(key, key.alg);
  read.set(key, known);
  return known;
}

/** Signs claims in the order they have: the order is part of what a stand-in copies. */
export async function signed(claims: Record<string, unknown>, key: SigningKey, typ = 'JWT'): Promise<string> {
  const { kid, alg } = key;
  return new CompactSign(bytes(claims)).setProtectedHeader({ alg, kid, typ }).sign(await readKey(key));
}
