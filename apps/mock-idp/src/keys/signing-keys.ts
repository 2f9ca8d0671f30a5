import { generateKeyPair, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';

const text = z.string().min(1);
const signingKey = z.strictObject({
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

/** A private RS256 key. The first of a set signs; the others are published and wait. */
export type SigningKey = z.infer<typeof signingKey>;
export type PublicKey = Pick<SigningKey, 'kty' | 'use' | 'alg' | 'kid' | 'n' | 'e'>;

const generate = promisify(generateKeyPair);

async function makeKey(): Promise<SigningKey> {
  const { privateKey } = await generate('rsa', { modulusLength: 2048 });
  const kid = randomBytes(20).toString('hex');
  return signingKey.parse({ ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid });
}

const twoKeys = (): Promise<SigningKey[]> => Promise.all([makeKey(), makeKey()]);

/** Two keys: made now, or kept in the folder so that a restart does not turn every key over. */
export async function signingKeys(issuer: string, folder?: string): Promise<SigningKey[]> {
  if (!folder) return twoKeys();
  const file = join(folder, `${issuer}.keys.json`);
  if (existsSync(file))
    return z
      .array(signingKey)
      .min(1)
      .parse(JSON.parse(readFileSync(file, 'utf8')));
  const keys = await twoKeys();
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${file}.new`, JSON.stringify(keys), { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return keys;
}

/** Only the public members, in the order of the key they belong to. */
export const published = ({ n, e, kty, alg, use, kid }: SigningKey, index: number): PublicKey =>
  index % 2 === 0 ? { n, e, alg, kid, use, kty } : { kid, use, kty, alg, n, e };
