import { createHash, X509Certificate } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Signed } from './authority.js';
import { authorityFile, authorityKeyFile } from './authority-file.js';

/** What the front shows, and what a client needs to believe it. */
export type Credentials = Signed & {
  /** Where the authority's certificate lies. */
  readonly authorityFile: string;
  readonly certFile: string;
  readonly keyFile: string;
  /** The hash of the public key, as Chromium's `--ignore-certificate-errors-spki-list` takes it. */
  readonly spki: string;
};

const month = 30 * 24 * 60 * 60 * 1000;

function write(file: string, text: string, mode: number): void {
  writeFileSync(`${file}.new`, text, { mode });
  renameSync(`${file}.new`, file);
}

function kept(certFile: string, keyFile: string): Signed | undefined {
  if (!existsSync(certFile) || !existsSync(keyFile)) return undefined;
  return { cert: readFileSync(certFile, 'utf8'), key: readFileSync(keyFile, 'utf8') };
}

function lasts(pem: string, now: Date): boolean {
  const { validFromDate, validToDate } = new X509Certificate(pem);
  return validFromDate <= now && validToDate.getTime() > now.getTime() + month;
}

/** By this authority, for these names, and for a while yet. */
function serves({ cert }: Signed, authority: Signed, names: readonly string[], now: Date): boolean {
  const shown = new X509Certificate(cert);
  const named = (shown.subjectAltName ?? '').split(', ');
  return (
    lasts(cert, now) &&
    shown.verify(new X509Certificate(authority.cert).publicKey) &&
    names.every((name) => named.includes(`DNS:${name}`))
  );
}

/** The authority that lies in the folder: made once, its key readable by its owner only. */
async function authorityIn(folder: string, now: Date): Promise<Signed> {
  const files = [authorityFile(folder), authorityKeyFile(folder)] as const;
  const found = kept(...files);
  if (found && lasts(found.cert, now)) return found;
  const { makeAuthority } = await import('./authority.js');
  const made = await makeAuthority(now);
  write(files[1], made.key, 0o600);
  write(files[0], made.cert, 0o644);
  return made;
}

/** A certificate for these names, from the folder or newly made by the authority that lies there. */
export async function credentialsIn(
  folder: string,
  names: readonly string[],
  now = new Date(),
): Promise<Credentials> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const authority = await authorityIn(folder, now);
  const files = [join(folder, 'front.pem'), join(folder, 'front-key.pem')] as const;
  let signed = kept(...files);
  if (!signed || !serves(signed, authority, names, now)) {
    const { certify } = await import('./authority.js');
    signed = await certify(authority, names, now);
    write(files[1], signed.key, 0o600);
    write(files[0], signed.cert, 0o644);
  }
  const spki = new X509Certificate(signed.cert).publicKey.export({ type: 'spki', format: 'der' });
  return {
    ...signed,
    authorityFile: authorityFile(folder),
    certFile: files[0],
    keyFile: files[1],
    spki: createHash('sha256').update(spki).digest('base64'),
  };
}
