import { compactVerify, importJWK, type JWK } from 'jose';

/** A key the issuer published before, and when it was last seen to verify a proof. */
export type FormerKey = { readonly jwk: JWK; readonly lastSeen: Date };

/** Whose signature it is. */
export type Signer =
  | { readonly kind: 'published'; readonly keyId: string | undefined }
  | { readonly kind: 'former'; readonly keyId: string | undefined; readonly lastSeen: Date }
  | { readonly kind: 'nobody'; readonly published: readonly string[] };

export type FindSigner = {
  /** The signed token, without its envelope. */
  readonly token: string;
  readonly algorithm: string;
  readonly published: readonly JWK[];
  readonly former: readonly FormerKey[];
};

const MOST_KEYS = 20;
/** A JWKS is somebody else's JSON: what stands in its list may be anything. */
const isKey = (value: JWK): boolean => typeof value === 'object' && value !== null;

async function made({ token, algorithm }: FindSigner, { alg: _, ...jwk }: JWK): Promise<boolean> {
  try {
    await compactVerify(token, await importJWK(jwk, algorithm), { algorithms: [algorithm] });
    return true;
  } catch {
    return false;
  }
}

/**
 * Which key made a signature that was refused, among those published now and those published before. For a hint
 * alone: whoever is found here is not let in by it.
 */
export async function findSigner(search: FindSigner): Promise<Signer> {
  const { former } = search;
  const published = search.published.filter(isKey);
  for (const jwk of published.slice(0, MOST_KEYS))
    if (await made(search, jwk)) return { kind: 'published', keyId: jwk.kid };
  for (const { jwk, lastSeen } of former.slice(0, MOST_KEYS))
    if (await made(search, jwk)) return { kind: 'former', keyId: jwk.kid, lastSeen };
  return { kind: 'nobody', published: published.map(({ kid }) => kid ?? 'without kid') };
}
