/** A P-256 key that signs (ES256) and that nobody reads. */
export type ProofKey = {
  /** The public half: `kty`, `crv`, `x`, `y` and nothing else. */
  readonly jwk: { readonly kty: string; readonly crv: string; readonly x: string; readonly y: string };
  /** ECDSA over SHA-256 of the bytes: 64 bytes, `r` and `s` (RFC 7518, section 3.4). */
  readonly sign: (bytes: Uint8Array) => Promise<Uint8Array>;
};

export const isSameKey = (one: ProofKey, other: ProofKey): boolean => one.jwk.x === other.jwk.x;
