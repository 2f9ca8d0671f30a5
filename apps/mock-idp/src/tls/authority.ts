import 'reflect-metadata';
import { webcrypto } from 'node:crypto';
import { isIP } from 'node:net';
import * as x509 from '@peculiar/x509';

export type Made = { readonly ca: string; readonly cert: string; readonly key: string };

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const makeKeys = () => webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
const day = 24 * 60 * 60 * 1000;
const serverAuthentication = '1.3.6.1.5.5.7.3.1';

const validity = (now: Date) => ({
  // A clock that is a little behind still takes it.
  notBefore: new Date(now.getTime() - day),
  notAfter: new Date(now.getTime() + 397 * day),
});

const { keyCertSign, cRLSign, digitalSignature } = x509.KeyUsageFlags;

async function makeAuthority(keys: webcrypto.CryptoKeyPair, now: Date): Promise<x509.X509Certificate> {
  return x509.X509CertificateGenerator.createSelfSigned({
    name: 'CN=Countersign identity stand-in (development only)',
    keys,
    ...validity(now),
    signingAlgorithm: algorithm,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(keyCertSign | cRLSign, true),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
}

/**
 * An authority and one certificate by it, for these names. The authority's own key is kept nowhere: whoever trusts it
 * trusts this one certificate.
 */
export async function makeCertificate(names: readonly string[], now: Date): Promise<Made> {
  const [authorityKeys, keys] = await Promise.all([makeKeys(), makeKeys()]);
  const ca = await makeAuthority(authorityKeys, now);
  const cert = await x509.X509CertificateGenerator.create({
    subject: `CN=${names[0]}`,
    issuer: ca.subject,
    publicKey: keys.publicKey,
    signingKey: authorityKeys.privateKey,
    ...validity(now),
    signingAlgorithm: algorithm,
    extensions: [
      new x509.BasicConstraintsExtension(false),
      new x509.KeyUsagesExtension(digitalSignature, true),
      new x509.ExtendedKeyUsageExtension([serverAuthentication]),
      new x509.SubjectAlternativeNameExtension(
        names.map((value) => ({ type: isIP(value) ? 'ip' : 'dns', value })),
      ),
      await x509.AuthorityKeyIdentifierExtension.create(authorityKeys.publicKey),
    ],
  });
  const key = await webcrypto.subtle.exportKey('pkcs8', keys.privateKey);
  return {
    ca: `${ca.toString('pem')}\n`,
    cert: `${cert.toString('pem')}\n`,
    key: `${x509.PemConverter.encode(key, 'PRIVATE KEY')}\n`,
  };
}
