const text = new TextEncoder();

const base64url = (bytes: ArrayBuffer | Uint8Array): string =>
  btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

const part = (value: object): string => base64url(text.encode(JSON.stringify(value)));

/** The request a proof of possession is for: it is good for no other. */
export type PossessionOf = {
  readonly method: string;
  /** Without query and fragment. */
  readonly url: string;
  /** The token the proof goes with. */
  readonly accessToken?: string | undefined;
};

/** A proof that this browser holds the key, for one request. In the form of RFC 9449, section 4.2. */
export async function proveKey(
  key: CryptoKeyPair,
  { method, url, accessToken }: PossessionOf,
  now: Date = new Date(),
): Promise<string> {
  const { kty, crv, x, y } = await crypto.subtle.exportKey('jwk', key.publicKey);
  const header = { typ: 'dpop+jwt', alg: 'ES256', jwk: { kty, crv, x, y } };
  const ath =
    accessToken === undefined
      ? {}
      : { ath: base64url(await crypto.subtle.digest('SHA-256', text.encode(accessToken))) };
  const payload = {
    htm: method,
    htu: url,
    iat: Math.floor(now.getTime() / 1000),
    jti: crypto.randomUUID(),
    ...ath,
  };
  const input = `${part(header)}.${part(payload)}`;
  const signature = await crypto.subtle.sign(
    { name: 'ECDSA', hash: 'SHA-256' },
    key.privateKey,
    text.encode(input),
  );
  return `${input}.${base64url(signature)}`;
}
