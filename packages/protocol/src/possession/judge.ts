import { calculateJwkThumbprint, compactVerify, importJWK } from 'jose';
import { z } from 'zod';
import { isCanonicalBase64url, sha256, toBase64url } from '../bytes.js';
import { decodeText } from '../envelope/read.js';
import { parseObject } from '../json.js';

// 32 bytes, spelt in the one way there is: a second spelling would be a second thumbprint of the same key.
const coordinate = z.string().length(43).refine(isCanonicalBase64url);

/** In the form of RFC 9449, section 4.2: P-256 only, and the public half only. */
const header = z.strictObject({
  typ: z.literal('dpop+jwt'),
  alg: z.literal('ES256'),
  jwk: z.strictObject({ kty: z.literal('EC'), crv: z.literal('P-256'), x: coordinate, y: coordinate }),
});
const payload = z.looseObject({
  htm: z.string(),
  htu: z.string(),
  iat: z.number().int(),
  // What is remembered of it must be something a database keeps.
  jti: z.string().regex(/^[\x21-\x7e]{16,64}$/),
  ath: z.string().optional(),
});

export type JudgePossession = {
  readonly proof: string;
  readonly method: string;
  /** Without query and fragment. */
  readonly url: string;
  /** The access token the proof must be bound to, where one accompanies it. */
  readonly accessToken?: string | undefined;
  readonly now: Date;
};

/** Who holds the key: its thumbprint (RFC 7638). That `jti` is new is the store's to decide. */
export type Possession = { readonly thumbprint: string; readonly jti: string };

const LEEWAY_SECONDS = 60;
const LIMIT = 4_096;

/** Judges a proof of possession. Answers undefined for whatever is wrong: who forges one needs no explanation. */
export async function judgePossession(input: JudgePossession): Promise<Possession | undefined> {
  const [head, body, signature, ...rest] = input.proof.split('.');
  if (input.proof.length > LIMIT || !head || !body || !signature || rest.length > 0) return undefined;
  const parsedHeader = header.safeParse(parseObject(decodeText(head) ?? ''));
  const parsedPayload = payload.safeParse(parseObject(decodeText(body) ?? ''));
  if (!parsedHeader.success || !parsedPayload.success) return undefined;
  if (!(await says(parsedPayload.data, input))) return undefined;
  const { jwk } = parsedHeader.data;
  try {
    await compactVerify(input.proof, await importJWK(jwk, 'ES256'), { algorithms: ['ES256'] });
    return { thumbprint: await calculateJwkThumbprint(jwk), jti: parsedPayload.data.jti };
  } catch {
    return undefined;
  }
}

async function says(
  claims: z.infer<typeof payload>,
  { method, url, accessToken, now }: JudgePossession,
): Promise<boolean> {
  if (claims.htm !== method || claims.htu !== url) return false;
  if (Math.abs(claims.iat - now.getTime() / 1000) > LEEWAY_SECONDS) return false;
  return accessToken === undefined || claims.ath === toBase64url(await sha256(accessToken));
}
