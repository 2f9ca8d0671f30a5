import 'reflect-metadata';
import * as x509 from '@peculiar/x509';
import { AUTHORITY_NAME } from './authority-file.js';
import { NAME_CONSTRAINTS, onlyLocalhost } from './constraint.js';

/** A certificate and its private key, as PEM. */
export type Signed = { readonly cert: string; readonly key: string };

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const makeKeys = () => crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
const day = 24 * 60 * 60 * 1000;
/** Once trusted, it is not to be trusted again every year. */
const AUTHORITY_DAYS = 3_650;
/** No longer than browsers take. */
const CERTIFICATE_DAYS = 397;
const serverAuthentication = '1.3.6.1.5.5.7.3.1';
const { keyCertSign, cRLSign, digitalSignature } = x509.KeyUsageFlags;

const validity = (now: Date, days: number) => ({
  // A clock that is a little behind still takes it.
  notBefore: new Date(now.getTime() - day),
  notAfter: new Date(now.getTime() + days * day),
});

async function pemOf({ privateKey }: CryptoKeyPair): Promise<string> {
  const key = await crypto.subtle.exportKey('pkcs8', privateKey);
  return `${x509.PemConverter.encode(key, 'PRIVATE KEY')}\n`;
}

const privateKeyIn = (pem: string) =>
  crypto.subtle.importKey('pkcs8', x509.PemConverter.decodeFirst(pem), algorithm, false, ['sign']);

/** An authority for this machine. It can name `localhost` and what is under it, and nothing else. */
export async function makeAuthority(now: Date): Promise<Signed> {
  const keys = await makeKeys();
  const cert = await x509.X509CertificateGenerator.createSelfSigned({
    name: `CN=${AUTHORITY_NAME.replace(',', '\\,')}`,
    keys,
    ...validity(now, AUTHORITY_DAYS),
    signingAlgorithm: algorithm,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(keyCertSign | cRLSign, true),
      new x509.Extension(NAME_CONSTRAINTS, true, onlyLocalhost),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  return { cert: `${cert.toString('pem')}\n`, key: await pemOf(keys) };
}

/** A certificate for these names, by the authority. */
export async function certify(authority: Signed, names: readonly string[], now: Date): Promise<Signed> {
  const [keys, signingKey] = await Promise.all([makeKeys(), privateKeyIn(authority.key)]);
  const issuer = new x509.X509Certificate(authority.cert);
  const cert = await x509.X509CertificateGenerator.create({
    subject: `CN=${names[0]}`,
    issuer: issuer.subject,
    publicKey: keys.publicKey,
    signingKey,
    ...validity(now, CERTIFICATE_DAYS),
    signingAlgorithm: algorithm,
    extensions: [
      new x509.BasicConstraintsExtension(false),
      new x509.KeyUsagesExtension(digitalSignature, true),
      new x509.ExtendedKeyUsageExtension([serverAuthentication]),
      new x509.SubjectAlternativeNameExtension(names.map((value) => ({ type: 'dns' as const, value }))),
      await x509.AuthorityKeyIdentifierExtension.create(issuer.publicKey),
    ],
  });
  return { cert: `${cert.toString('pem')}\n`, key: await pemOf(keys) };
}
