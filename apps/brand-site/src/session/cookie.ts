import { createHash } from 'node:crypto';
import { EncryptJWT, jwtDecrypt } from 'jose';
import { env } from '../env';

const keyFor = (purpose: string): Uint8Array =>
  createHash('sha256').update(`${purpose}:${env().SESSION_SECRET}`).digest();

/** Seals a small record for a cookie: nobody can read or change it, and it is good for one purpose only. */
export const seal = (purpose: string, record: Record<string, unknown>, seconds: number): Promise<string> =>
  new EncryptJWT(record)
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
    .setIssuedAt()
    .setExpirationTime(`${seconds}s`)
    .encrypt(keyFor(purpose));

/** What was sealed, or nothing: an old, foreign or damaged cookie is no cookie. */
export async function unseal(purpose: string, value: string | undefined): Promise<unknown> {
  if (!value) return undefined;
  return jwtDecrypt(value, keyFor(purpose), {
    keyManagementAlgorithms: ['dir'],
    contentEncryptionAlgorithms: ['A256GCM'],
  }).then(
    ({ payload }) => payload,
    () => undefined,
  );
}

/** Host-only, and out of reach of scripts. `secure` follows the scheme: the demo runs on plain loopback. */
export const cookieOptions = (origin: string, seconds: number) =>
  ({
    httpOnly: true,
    sameSite: 'lax',
    secure: origin.startsWith('https:'),
    path: '/',
    maxAge: seconds,
  }) as const;
