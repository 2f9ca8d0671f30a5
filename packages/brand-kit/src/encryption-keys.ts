import type { JWK } from 'jose';
import { z } from 'zod';

/** The key to encrypt to at this moment: it turns over while a backend runs. */
export type EncryptionKeySource = () => Promise<JWK>;

const jwks = z.looseObject({
  keys: z.array(z.looseObject({ kty: z.string(), use: z.string().optional() })).min(1),
});
const KEPT_MS = 5 * 60_000;

/** The service's published encryption key, fetched once in five minutes however many ask. Rejects when there is none. */
export function encryptionKeyFrom(url: string, now: () => number = Date.now): EncryptionKeySource {
  let kept: { key: Promise<JWK>; until: number } | undefined;
  return () => {
    if (kept && kept.until > now()) return kept.key;
    const key = fetchKey(url);
    const entry = { key, until: now() + KEPT_MS };
    kept = entry;
    key.catch(() => {
      if (kept === entry) kept = undefined;
    });
    return key;
  };
}

async function fetchKey(url: string): Promise<JWK> {
  const response = await fetch(url, { signal: AbortSignal.timeout(5_000) });
  if (!response.ok) throw new Error(`The encryption keys could not be fetched: ${response.status}`);
  const { keys } = jwks.parse(await response.json());
  const key = keys.find(({ use }) => use === undefined || use === 'enc');
  if (!key) throw new Error('The service publishes no encryption key.');
  return key as JWK;
}
