import { generateKeyPairSync } from 'node:crypto';
import { CompactEncrypt, compactDecrypt, exportJWK, importJWK, type JWK, jwtVerify } from 'jose';
import { type Contender, compare, type Measured, type Pace } from '../measure/rounds.js';
import { countersign } from './countersign.js';
import { AT_ONCE } from './signed.js';
import { makeSigningKey, type SigningKey, sign } from './signing.js';
import { attemptAt, claimsFor, policyWith } from './world.js';

export type SealedResult = {
  readonly envelope: string;
  readonly atOnce: number;
  readonly measured: readonly Measured[];
};

const envelopes = [
  {
    alg: 'RSA-OAEP-256',
    enc: 'A256GCM',
    pair: () => generateKeyPairSync('rsa', { modulusLength: 2048 }),
  },
  {
    alg: 'ECDH-ES',
    enc: 'A128CBC-HS256',
    pair: () => generateKeyPairSync('ec', { namedCurve: 'P-256' }),
  },
] as const;
type Envelope = (typeof envelopes)[number];

const text = new TextEncoder();

/** A token signed with RS256 and sealed to the service, and who opens it. The reference comes first. */
async function contendersFor(
  { alg, enc, pair }: Envelope,
  signing: SigningKey,
): Promise<readonly Contender[]> {
  const { publicKey, privateKey } = pair();
  const attempt = attemptAt(new Date());
  const inner = await sign(signing, claimsFor(attempt.nonce, attempt.startedAt));
  const token = await new CompactEncrypt(text.encode(inner))
    .setProtectedHeader({ alg, enc, cty: 'JWT', kid: 'seal-1' })
    .encrypt(publicKey);
  const jwk: JWK = { ...(await exportJWK(privateKey)), kid: 'seal-1', alg, use: 'enc' };
  const opening = await importJWK(jwk, alg);
  const utf8 = new TextDecoder();
  return [
    {
      name: 'jose.compactDecrypt and jwtVerify',
      once: async () => {
        const { plaintext } = await compactDecrypt(token, opening);
        return jwtVerify(utf8.decode(plaintext), signing.imported);
      },
    },
    countersign({
      token,
      policy: policyWith('required'),
      keys: [signing.jwk],
      attempt,
      decryptionKeys: [jwk],
    }),
  ];
}

/** Signed, then encrypted: each kind of envelope, one at a time and many at once. */
export async function sealed(pace: Pace, told: (result: SealedResult) => void): Promise<SealedResult[]> {
  const signing = await makeSigningKey('RS256');
  const results: SealedResult[] = [];
  for (const envelope of envelopes)
    for (const atOnce of AT_ONCE) {
      const measured = await compare(await contendersFor(envelope, signing), atOnce, pace);
      const result = { envelope: `${envelope.alg} and ${envelope.enc}`, atOnce, measured };
      results.push(result);
      told(result);
    }
  return results;
}
