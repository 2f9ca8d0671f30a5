import { webcrypto } from 'node:crypto';
import type { SigningKey } from './signing-keys.js';

const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };

/** Long enough for any clock that is moved: a certificate is made once for each key. */
const from = new Date('2000-01-01T00:00:00Z');
const until = new Date('2099-12-31T23:59:59Z');

async function make(key: SigningKey, host: string): Promise<string> {
  // Only who asks for certificates waits for what makes them.
  await import('reflect-metadata');
  const { X509CertificateGenerator } = await import('@peculiar/x509');
  const { subtle } = webcrypto;
  const { kty, n, e } = key;
  const privateKey = await subtle.importKey('jwk', { ...key, key_ops: ['sign'] }, algorithm, false, ['sign']);
  const publicKey = await subtle.importKey('jwk', { kty, n, e }, algorithm, true, ['verify']);
  const certificate = await X509CertificateGenerator.createSelfSigned(
    {
      serialNumber: key.kid.slice(0, 16),
      name: `CN=federated-signon.${host}`,
      notBefore: from,
      notAfter: until,
      signingAlgorithm: algorithm,
      keys: { privateKey, publicKey },
    },
    webcrypto as Parameters<typeof X509CertificateGenerator.createSelfSigned>[1],
  );
  return `${certificate.toString('pem')}\n`;
}

const made = new WeakMap<SigningKey, Promise<string>>();

/** A certificate that a key gives to itself, in PEM. */
export function certificateOf(key: SigningKey, host: string): Promise<string> {
  const known = made.get(key) ?? make(key, host);
  made.set(key, known);
  return known;
}
