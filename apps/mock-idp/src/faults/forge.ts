import { constants, createHmac, createPrivateKey, createPublicKey, sign } from 'node:crypto';
import type { SigningKey } from '../keys/index.js';
import type { IdToken, Members } from './fault.js';

const encoded = (text: string): string => Buffer.from(text).toString('base64url');

const inputOf = (header: Members, payload: string): string =>
  `${encoded(JSON.stringify(header))}.${encoded(payload)}`;

export const text = (claims: Members): string => JSON.stringify(claims);

/** A genuine signature under whatever was written: RFC 7515, section 7.1. */
export function signedAs(header: Members, payload: string, key: SigningKey): string {
  const input = inputOf(header, payload);
  const signature = sign('sha256', Buffer.from(input), createPrivateKey({ key, format: 'jwk' }));
  return `${input}.${signature.toString('base64url')}`;
}

/** The same key, another padding: RFC 7518, section 3.5. */
export function signedWithPss(header: Members, payload: string, key: SigningKey): string {
  const input = inputOf(header, payload);
  const signature = sign('sha256', Buffer.from(input), {
    key: createPrivateKey({ key, format: 'jwk' }),
    padding: constants.RSA_PKCS1_PSS_PADDING,
    saltLength: constants.RSA_PSS_SALTLEN_DIGEST,
  });
  return `${input}.${signature.toString('base64url')}`;
}

/** Everybody knows the secret: it is the public key, as a PEM file has it. */
export function signedWithPublicKey(header: Members, payload: string, { kty, n, e }: SigningKey): string {
  const input = inputOf(header, payload);
  const secret = createPublicKey({ key: { kty, n, e }, format: 'jwk' }).export({
    type: 'spki',
    format: 'pem',
  });
  return `${input}.${createHmac('sha256', secret).update(input).digest('base64url')}`;
}

export const unsigned = (header: Members, payload: string): string => `${inputOf(header, payload)}.`;

/** Another payload, honestly signed. */
export const withClaims =
  (change: (claims: Members, token: IdToken) => Members) =>
  (token: IdToken): string =>
    signedAs(token.header, text(change(token.claims, token)), token.key);

/** Another header, honestly signed. */
export const withHeader =
  (change: (header: Members, token: IdToken) => Members) =>
  (token: IdToken): string =>
    signedAs(change(token.header, token), text(token.claims), token.key);

export function without(members: Members, name: string): Members {
  const { [name]: _, ...rest } = members;
  return rest;
}
