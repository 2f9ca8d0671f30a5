import { sha256, toBase64url } from '../bytes.js';

/**
 * What single use counts by: the inner signing input, `header.payload`. Never the whole token, for a signature of
 * ES256 has a twin that verifies as well, and one JWS can be wrapped in a JWE again and again.
 */
export const fingerprint = async (signingInput: string): Promise<string> =>
  `jws:${toBase64url(await sha256(signingInput))}`;

export const codeFingerprint = async (code: string): Promise<string> =>
  `code:${toBase64url(await sha256(code))}`;

export const jtiFingerprint = async (jti: string): Promise<string> => `jti:${toBase64url(await sha256(jti))}`;
