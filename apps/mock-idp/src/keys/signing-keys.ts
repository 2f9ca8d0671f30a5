import { generateKeyPair, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import { z } from 'zod';

const text = z.string().min(1);
export const signingKey = z.strictObject({
  kty: z.literal('RSA'),
  use: z.literal('sig'),
  alg: z.literal('RS256'),
  kid: z.string().regex(/^[0-9a-f]{40}$/),
  n: text,
  e: text,
  d: text,
  p: text,
  q: text,
  dp: text,
  dq: text,
  qi: text,
});

/** A private RS256 key. */
export type SigningKey = z.infer<typeof signingKey>;
export type PublicKey = Pick<SigningKey, 'kty' | 'use' | 'alg' | 'kid' | 'n' | 'e'>;

const generate = promisify(generateKeyPair);

export async function makeKey(): Promise<SigningKey> {
  const { privateKey } = await generate('rsa', { modulusLength: 2048 });
  const kid = randomBytes(20).toString('hex');
  return signingKey.parse({ ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid });
}

/** Only the public members, in the order of the key they belong to. */
export const published = ({ n, e, kty, alg, use, kid }: SigningKey, index: number): PublicKey =>
  index % 2 === 0 ? { n, e, alg, kid, use, kty } : { kid, use, kty, alg, n, e };
