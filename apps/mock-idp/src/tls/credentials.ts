import { createHash, X509Certificate } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { isIP } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** What an HTTPS server shows, and what a client needs to believe it. */
export type Credentials = {
  readonly key: string;
  readonly cert: string;
  /** Where the authority's certificate lies. */
  readonly caFile: string;
  /** The hash of the public key, as Chromium's `--ignore-certificate-errors-spki-list` takes it. */
  readonly spki: string;
  /** Removes what was made for this run only. */
  forget(): void;
};

const files = { ca: 'ca.pem', cert: 'cert.pem', key: 'key.pem' } as const;
const day = 24 * 60 * 60 * 1000;

const named = (cert: X509Certificate, name: string): boolean =>
  isIP(name)
    ? cert.checkIP(name) !== undefined
    : (cert.subjectAltName ?? '').split(', ').includes(`DNS:${name}`);

/** Whether what lies in the folder still serves for these names. */
function serves(folder: string, names: readonly string[], now: Date): boolean {
  if (!Object.values(files).every((file) => existsSync(join(folder, file)))) return false;
  const cert = new X509Certificate(readFileSync(join(folder, files.cert)));
  return cert.validToDate.getTime() > now.getTime() + day && names.every((name) => named(cert, name));
}

/** All three files at once or none: another start may be reading. */
async function make(folder: string, names: readonly string[], now: Date): Promise<void> {
  const { makeCertificate } = await import('./authority.js');
  const made = await makeCertificate(names, now);
  mkdirSync(dirname(folder), { recursive: true });
  const fresh = mkdtempSync(`${folder}-`);
  for (const [name, file] of Object.entries(files))
    writeFileSync(join(fresh, file), made[name as keyof typeof files], {
      mode: name === 'key' ? 0o600 : 0o644,
    });
  chmodSync(fresh, 0o755);
  rmSync(folder, { recursive: true, force: true });
  renameSync(fresh, folder);
}

/** From the folder, if it has a certificate for these names; else newly made, there or in a folder that goes with this run. */
export async function credentialsFor(
  names: readonly string[],
  kept: string | undefined,
): Promise<Credentials> {
  const passing = kept === undefined ? mkdtempSync(join(tmpdir(), 'mock-idp-')) : undefined;
  const folder = kept ?? join(passing ?? '', 'tls');
  const now = new Date();
  if (!serves(folder, names, now)) await make(folder, names, now);
  const read = (file: string): string => readFileSync(join(folder, file), 'utf8');
  const cert = read(files.cert);
  const spki = new X509Certificate(cert).publicKey.export({ type: 'spki', format: 'der' });
  return {
    key: read(files.key),
    cert,
    caFile: join(folder, files.ca),
    spki: createHash('sha256').update(spki).digest('base64'),
    forget: () => {
      if (passing !== undefined) rmSync(passing, { recursive: true, force: true });
    },
  };
}
