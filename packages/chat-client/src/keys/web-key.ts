import type { ProofKey } from './proof-key.js';

const ECDSA = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };

/** WebCrypto's pair, whose private half signs and cannot be exported. */
export const makePair = (): Promise<CryptoKeyPair> =>
  crypto.subtle.generateKey(ECDSA, false, ['sign', 'verify']) as Promise<CryptoKeyPair>;

export async function keyOfPair({ publicKey, privateKey }: CryptoKeyPair): Promise<ProofKey> {
  const { kty, crv, x, y } = await crypto.subtle.exportKey('jwk', publicKey);
  return {
    jwk: { kty, crv, x, y } as ProofKey['jwk'],
    sign: async (bytes) => new Uint8Array(await crypto.subtle.sign(ECDSA, privateKey, bytes as BufferSource)),
  };
}

export const makeKey = async (): Promise<ProofKey> => keyOfPair(await makePair());
