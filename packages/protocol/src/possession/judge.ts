import { z } from 'zod';
import { digestOf, isCanonicalBase64url } from '../bytes.js';
import { decodeText } from '../envelope/read.js';
import { verifies } from '../envelope/verifies.js';
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
  const { alg, jwk } = parsedHeader.data;
  if (![head, body, signature].every(isCanonicalBase64url)) return undefined;
  const signed = { header: { alg }, signingInput: `${head}.${body}`, signature, key: jwk };
  if (!(await verifies(signed))) return undefined;
  return { thumbprint: await thumbprintOf(jwk), jti: parsedPayload.data.jti };
}

type PublicKey = z.infer<typeof header>['jwk'];

/** RFC 7638, section 3: the members in this order, spelt as they came, which is the one way there is. */
const thumbprintOf = ({ crv, kty, x, y }: PublicKey): Promise<string> =>
  digestOf(JSON.stringify({ crv, kty, x, y }));

async function says(
  claims: z.infer<typeof payload>,
  { method, url, accessToken, now }: JudgePossession,
): Promise<boolean> {
  if (claims.htm !== method || claims.htu !== url) return false;
  if (Math.abs(claims.iat - now.getTime() / 1000) > LEEWAY_SECONDS) return false;
  return accessToken === undefined || claims.ath === (await digestOf(accessToken));
}
