import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from 'jose';

export type SigningAlgorithm = 'RS256' | 'ES256';

/** A private key and from when on it signs. Plain JSON: keep the list where the brand keeps its secrets. */
export type SigningKey = {
  /** Private, with `kid` and `alg`. */
  readonly jwk: JWK;
  /** ISO 8601. */
  readonly signsFrom: string;
};

/** A new key, named by its thumbprint (RFC 7638). RS256 unless told: what a connection takes without a setting. */
export async function newSigningKey(
  algorithm: SigningAlgorithm = 'RS256',
  signsFrom: Date = new Date(),
): Promise<SigningKey> {
  const { privateKey } = await generateKeyPair(algorithm, { extractable: true });
  const jwk = await exportJWK(privateKey);
  const kid = await calculateJwkThumbprint(jwk);
  return { jwk: { ...jwk, kid, alg: algorithm, use: 'sig' }, signsFrom: signsFrom.toISOString() };
}

const from = ({ signsFrom }: SigningKey): number => Date.parse(signsFrom);
const inOrder = (keys: readonly SigningKey[]) => keys.toSorted((a, b) => from(a) - from(b));

/** The key that signs at that time: the newest that may. Throws when there is none. */
export function signingKeyAt(keys: readonly SigningKey[], now: Date): SigningKey {
  const key = inOrder(keys).findLast((one) => from(one) <= now.getTime());
  if (!key) throw new Error('There is no signing key that may sign now: make one by newSigningKey().');
  return key;
}

export type Rotation = {
  readonly now?: Date;
  readonly algorithm?: SigningAlgorithm;
  /** Seconds the new key is published before it signs; 3600 unless told. Longer than any reader keeps the old set. */
  readonly leadSeconds?: number;
  /** Seconds a replaced key stays published; 86,400 unless told. Longer than any token lives. */
  readonly keepSeconds?: number;
};

/**
 * The next list of keys: a new one joins, published at once and signing after the lead; one replaced long enough ago
 * leaves. Call it as often as you like, say once a month: while a new key still waits, none is added. Several processes
 * that read the one list turn at the same moment.
 */
export async function rotateKeys(
  keys: readonly SigningKey[],
  { now = new Date(), algorithm, leadSeconds = 3_600, keepSeconds = 86_400 }: Rotation = {},
): Promise<readonly SigningKey[]> {
  const sorted = inOrder(keys);
  const newest = sorted.at(-1);
  const kept = sorted.filter((_, at) => {
    const successor = sorted[at + 1];
    return !successor || from(successor) > now.getTime() - keepSeconds * 1_000;
  });
  if (newest && from(newest) > now.getTime()) return kept;
  const alg = algorithm ?? (newest?.jwk.alg === 'ES256' ? 'ES256' : 'RS256');
  // The very first has nobody to relieve.
  const signsFrom = newest ? new Date(now.getTime() + leadSeconds * 1_000) : now;
  return [...kept, await newSigningKey(alg, signsFrom)];
}
