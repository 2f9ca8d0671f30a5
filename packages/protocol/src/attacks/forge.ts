import { CompactEncrypt } from 'jose';
import { toBase64url } from '../bytes.js';
import type { Attack, Members, SignedWith, Wrapping } from './attack.js';
import { encode } from './edit.js';

/** What a forger has at hand. Signing keys are RS256, encryption keys RSA-OAEP-256. */
export type ForgersKeys = {
  readonly published: CryptoKey;
  readonly unpublished: CryptoKey;
  /** The published signing key as everybody can read it. */
  readonly publishedAsText: string;
  readonly encryption: {
    readonly published: CryptoKey;
    readonly unpublished: CryptoKey;
    readonly kid: string;
  };
};

export type HonestToken = { readonly header: Members; readonly claims: Members };

const rs256 = { name: 'RSASSA-PKCS1-v1_5' };
const same = <Value>(value: Value): Value => value;

/** The honest token, spoilt as the attack says. Without an attack: the honest token. */
export async function forge(
  { header, claims }: HonestToken,
  keys: ForgersKeys,
  attack: Partial<Attack> = {},
): Promise<string> {
  const head = encode(JSON.stringify((attack.header ?? same)(header)));
  const body = encode((attack.payload ?? same)(JSON.stringify((attack.claims ?? same)(claims))));
  const signature = await sign(`${head}.${body}`, attack.signWith ?? 'published-key', keys);
  const signed = (attack.signed ?? same)(`${head}.${body}.${signature}`);
  const finished = attack.wrap ? await wrapped(signed, attack.wrap, keys) : signed;
  return (attack.finished ?? same)(finished);
}

async function sign(input: string, how: SignedWith, keys: ForgersKeys): Promise<string> {
  if (how === 'nothing') return '';
  const bytes = new TextEncoder().encode(input);
  if (how === 'public-key-as-secret') {
    const hmac = { name: 'HMAC', hash: 'SHA-256' };
    const secret = new TextEncoder().encode(keys.publishedAsText);
    const key = await crypto.subtle.importKey('raw', secret, hmac, false, ['sign']);
    return toBase64url(new Uint8Array(await crypto.subtle.sign(hmac, key, bytes)));
  }
  const key = how === 'published-key' ? keys.published : keys.unpublished;
  return toBase64url(new Uint8Array(await crypto.subtle.sign(rs256, key, bytes)));
}

/** RFC 7519, section 11.2: signed first, encrypted then. */
const wrapped = (signed: string, { to, header }: Wrapping, { encryption }: ForgersKeys): Promise<string> =>
  new CompactEncrypt(new TextEncoder().encode(signed))
    .setProtectedHeader({
      alg: 'RSA-OAEP-256',
      enc: 'A256GCM',
      cty: 'JWT',
      kid: encryption.kid,
      ...header,
    })
    .encrypt(to === 'published-key' ? encryption.published : encryption.unpublished);
