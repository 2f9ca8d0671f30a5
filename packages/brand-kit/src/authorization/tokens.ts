import { createHash } from 'node:crypto';
import { importJWK, SignJWT } from 'jose';
import { z } from 'zod';
import type { Authority } from './authority.js';
import { keyOfCode, wasReplayed } from './codes.js';
import { type Grant, grant } from './grant.js';
import { newSecret, sha256 } from './secret.js';
import { hasSignedOut } from './signed-out.js';
import { signingKeyAt } from './signing-keys.js';

/** Signs a token with the key of the hour. */
export async function sign(
  { keys, now }: Authority,
  claims: Readonly<Record<string, unknown>>,
  typ = 'JWT',
): Promise<string> {
  const { jwk } = signingKeyAt(await keys(), now());
  const { kid, alg } = jwk;
  if (kid === undefined || alg === undefined) throw new TypeError('A signing key has kid and alg.');
  return new SignJWT({ ...claims }).setProtectedHeader({ alg, kid, typ }).sign(await importJWK(jwk, alg));
}

/** The left half of the hash, for the algorithms there are: both use SHA-256. OpenID Connect Core 1.0, section 3.1.3.6. */
const atHash = (accessToken: string): string =>
  createHash('sha256').update(accessToken).digest().subarray(0, 16).toString('base64url');

/** OpenID Connect Core 1.0, section 2. What the brand says of a customer never replaces what makes it a proof. */
export async function idToken(
  authority: Authority,
  { clientId, scope, subject, authTime, acr, sid }: Omit<Grant, 'issuedAt'>,
  { nonce, accessToken }: { nonce?: string | undefined; accessToken?: string },
): Promise<string> {
  const { issuer, now, lifetimes, claimsOf } = authority;
  const issuedAt = Math.floor(now().getTime() / 1_000);
  const { azp: _, ...said } = await claimsOf(subject, scope.split(' '));
  return sign(authority, {
    ...said,
    iss: issuer,
    aud: clientId,
    sub: subject,
    iat: issuedAt,
    nbf: undefined,
    exp: issuedAt + lifetimes.idTokenSeconds,
    jti: newSecret(),
    nonce,
    auth_time: authTime,
    acr,
    sid,
    at_hash: accessToken === undefined ? undefined : atHash(accessToken),
    c_hash: undefined,
    events: undefined,
  });
}

const accessTokenRecord = grant.extend({ codeKey: z.string() });

/** Opaque, and known by its hash alone. */
export async function issueAccessToken(
  { store, now, lifetimes }: Authority,
  code: string,
  to: Grant,
): Promise<string> {
  const token = newSecret();
  const expiresAt = new Date(now().getTime() + lifetimes.accessTokenSeconds * 1_000);
  await store.put(`token:${sha256(token)}`, { ...to, codeKey: keyOfCode(code) }, expiresAt);
  return token;
}

/** What an access token stands for, unless its code was shown again or its customer has signed out. */
export async function grantOfAccessToken(authority: Authority, token: string): Promise<Grant | undefined> {
  const known = accessTokenRecord.safeParse(await authority.store.get(`token:${sha256(token)}`));
  if (!known.success) return undefined;
  const over =
    (await wasReplayed(authority, known.data.codeKey)) || (await hasSignedOut(authority, known.data));
  return over ? undefined : known.data;
}
