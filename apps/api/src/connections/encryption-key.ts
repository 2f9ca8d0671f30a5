import type { EncryptionAlgorithm, EncryptionKeyState } from '@countersign/contracts';
import { exportJWK, generateKeyPair, type JWK } from 'jose';

export const encryptionAlgorithms: readonly EncryptionAlgorithm[] = ['RSA-OAEP-256', 'ECDH-ES'];

/** One of the service's own keys. The private half lies sealed. */
export type EncryptionKey = {
  readonly id: string;
  readonly algorithm: EncryptionAlgorithm;
  readonly state: EncryptionKeyState;
  readonly stateSince: Date;
  readonly publicJwk: JWK;
  readonly privateJwk: string;
};

const options = { 'RSA-OAEP-256': { modulusLength: 2048 }, 'ECDH-ES': { crv: 'P-256' } };

/** RFC 7518, sections 4.3 and 4.6. */
export async function makePair(
  id: string,
  algorithm: EncryptionAlgorithm,
): Promise<{ publicJwk: JWK; privateJwk: JWK }> {
  const pair = await generateKeyPair(algorithm, { ...options[algorithm], extractable: true });
  const named = { kid: id, alg: algorithm, use: 'enc' };
  return {
    publicJwk: { ...(await exportJWK(pair.publicKey)), ...named },
    privateJwk: { ...(await exportJWK(pair.privateKey)), ...named },
  };
}
