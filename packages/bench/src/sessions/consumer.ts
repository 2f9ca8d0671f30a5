import { generateKeyPairSync, type KeyObject, randomUUID } from 'node:crypto';
import { exportJWK, type JWK, SignJWT } from 'jose';
import type { Prepared } from './load.js';

export const ORIGIN = 'https://www.larkspur.example';

/** A browser on a page of the brand, which holds a key as the widget does. */
export type Consumer = { readonly privateKey: KeyObject; readonly jwk: JWK };

export async function makeConsumer(): Promise<Consumer> {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return { privateKey, jwk: await exportJWK(publicKey) };
}

/** That this browser holds its key, for one request. In the form of RFC 9449, section 4.2. */
const possession = ({ privateKey, jwk }: Consumer, url: string): Promise<string> =>
  new SignJWT({ htm: 'POST', htu: url, iat: Math.floor(Date.now() / 1_000), jti: randomUUID() })
    .setProtectedHeader({ typ: 'dpop+jwt', alg: 'ES256', jwk })
    .sign(privateKey);

/** A request of a page, with its proof of possession. */
export const requestOf = async (
  consumer: Consumer,
  service: string,
  path: string,
  body: unknown,
): Promise<Prepared> => ({
  path,
  headers: {
    'content-type': 'application/json',
    origin: ORIGIN,
    dpop: await possession(consumer, `${service}${path}`),
  },
  body: JSON.stringify(body),
});
