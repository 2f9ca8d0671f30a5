import { CompactSign, exportJWK, generateKeyPair, type JWK } from 'jose';

/** A brand's signing key. `sign` puts its name under anything, right or wrong. */
export type Signer = {
  readonly publicJwk: JWK;
  readonly privateJwk: JWK;
  sign(claims: unknown, header?: Record<string, unknown>): Promise<string>;
};

export type SigningAlgorithm = 'RS256' | 'PS256' | 'ES256' | 'EdDSA';

export async function makeSigner(kid: string, alg: SigningAlgorithm = 'RS256'): Promise<Signer> {
  const pair = await generateKeyPair(alg, { extractable: true });
  const named = { kid, alg, use: 'sig' };
  return {
    publicJwk: { ...(await exportJWK(pair.publicKey)), ...named },
    privateJwk: { ...(await exportJWK(pair.privateKey)), ...named },
    sign: (claims, header = {}) =>
      new CompactSign(new TextEncoder().encode(JSON.stringify(claims)))
        .setProtectedHeader({ alg, kid, typ: 'JWT', ...header })
        .sign(pair.privateKey),
  };
}
