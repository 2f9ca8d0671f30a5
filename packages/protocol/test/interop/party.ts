import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { type Algorithm, type ProofPolicy, policyFor, verifyProof } from '../../src/index.js';
import { attempt, now, nowSeconds, policy } from '../honest.js';

/** Claims a proof needs, for whoever mints it. */
export const claims = {
  iss: policy.issuer.url,
  sub: 'ada-0042',
  aud: policy.audience,
  iat: nowSeconds,
  exp: nowSeconds + 300,
  nonce: attempt.nonce,
};

/** A key pair as one library exports it and another has to take it. */
export type Minter = { readonly privateJwk: JWK; readonly publicJwk: JWK; readonly kid: string };

export async function minterOf(alg: string, use: 'sig' | 'enc' = 'sig'): Promise<Minter> {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
  const more = { kid: `${alg}-1`, use, alg };
  return {
    privateJwk: { ...(await exportJWK(privateKey)), ...more },
    publicJwk: { ...(await exportJWK(publicKey)), ...more },
    kid: more.kid,
  };
}

export const ALGORITHMS: readonly Algorithm[] = ['RS256', 'PS256', 'ES256', 'EdDSA'];

type Given = {
  readonly published: readonly Minter[];
  readonly sealing?: Minter;
  readonly demands?: Partial<ProofPolicy>;
  /** For whoever mints by a clock of their own. */
  readonly at?: Date;
};

/** `verified`, or why not. */
export async function outcomeOf(
  token: string,
  { published, sealing, demands, at = now }: Given,
): Promise<string> {
  const { verdict } = await verifyProof({
    token,
    policy: policyFor({ ...policy, algorithms: ALGORITHMS, ...demands }),
    keys: published.map(({ publicJwk }) => publicJwk),
    decryptionKeys: sealing ? [sealing.privateJwk] : [],
    attempt: { ...attempt, startedAt: at },
    now: at,
    accessToken: 'the-access-token',
    code: 'the-code',
  });
  return verdict.kind === 'rejected' ? verdict.reason : verdict.kind;
}
