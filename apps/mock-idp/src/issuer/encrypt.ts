import { CompactEncrypt, importJWK, type JWK } from 'jose';
import { z } from 'zod';
import type { IdTokenEncryption } from '../clients/index.js';
import type { World } from '../world/index.js';

const patience = 5_000;

/** The client wants its tokens encrypted, and has no key for it. */
export class NoKeyToEncrypt extends Error {
  override readonly name = 'NoKeyToEncrypt';
}

const keySet = z.object({
  keys: z.array(z.looseObject({ kty: z.string(), use: z.string().optional(), kid: z.string().optional() })),
});

async function published(jwksUri: string, alg: IdTokenEncryption['alg']): Promise<JWK> {
  const response = await fetch(jwksUri, { redirect: 'error', signal: AbortSignal.timeout(patience) }).catch(
    () => undefined,
  );
  if (response?.status !== 200)
    throw new NoKeyToEncrypt(`${jwksUri} answered ${response?.status ?? 'nothing'}, expected 200`);
  const { data } = keySet.safeParse(await response.json().catch(() => undefined));
  const fits = (kty: string) => (alg === 'RSA-OAEP-256' ? kty === 'RSA' : kty !== 'RSA');
  const found = data?.keys.find(({ kty, use = 'enc' }) => use === 'enc' && fits(kty));
  if (!found) throw new NoKeyToEncrypt(`${jwksUri} has no key to encrypt with ${alg}`);
  return found as JWK;
}

async function encrypted(token: string, { alg, enc, jwk, jwksUri }: IdTokenEncryption): Promise<string> {
  const key = (jwk as JWK | undefined) ?? (await published(jwksUri ?? '', alg));
  const { kid } = key;
  const header = { alg, enc, cty: 'JWT', ...(kid === undefined ? {} : { kid }) };
  return new CompactEncrypt(new TextEncoder().encode(token))
    .setProtectedHeader(header)
    .encrypt(await importJWK(key, alg));
}

/** A signed token, and around it the client's encryption if it registered one. RFC 7519, section 5.2: `cty` says it is nested. */
export async function sealed({ clients, key }: World, clientId: string, token: string): Promise<string> {
  const encryption = clients.find(key, clientId)?.idTokenEncryption;
  if (!encryption) return token;
  try {
    return await encrypted(token, encryption);
  } catch (error) {
    if (error instanceof NoKeyToEncrypt) throw error;
    throw new NoKeyToEncrypt(`the key of ${clientId} cannot be used with ${encryption.alg}`, {
      cause: error,
    });
  }
}
