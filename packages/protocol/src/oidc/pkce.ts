import { digestOf } from '../bytes.js';

/** `S256`: BASE64URL(SHA-256(verifier)). RFC 7636, section 4.2. */
export const codeChallengeOf = (verifier: string): Promise<string> => digestOf(verifier);
