import { digestOf } from '../bytes.js';

/**
 * What single use counts by: the inner signing input, `header.payload`. Never the whole token, for a signature of
 * ES256 has a twin that verifies as well, and one JWS can be wrapped in a JWE again and again.
 */
export const fingerprint = async (signingInput: string): Promise<string> =>
  `jws:${await digestOf(signingInput)}`;

export const codeFingerprint = async (code: string): Promise<string> => `code:${await digestOf(code)}`;

export const jtiFingerprint = async (jti: string): Promise<string> => `jti:${await digestOf(jti)}`;
