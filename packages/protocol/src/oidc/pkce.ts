import { sha256, toBase64url } from '../bytes.js';

/** `S256`: BASE64URL(SHA-256(verifier)). RFC 7636, section 4.2. */
export const codeChallengeOf = async (verifier: string): Promise<string> =>
  toBase64url(await sha256(verifier));
