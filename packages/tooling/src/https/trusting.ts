import { readFileSync } from 'node:fs';
import tls from 'node:tls';
import { pathToFileURL } from 'node:url';
import { inRoot } from '../paths.js';

const names = inRoot('packages/tooling/dist/https/names.js');

/** What a Node program is told, so that it finds the names of the house and believes their certificates. */
export const trusting = (authority: string): Record<string, string> => ({
  NODE_EXTRA_CA_CERTS: authority,
  NODE_OPTIONS: `--import=${pathToFileURL(names).href}`,
});

/** The same for this very process, which runs already. */
export async function trustHere(authority: string): Promise<void> {
  await import('./names.js');
  const given = tls.getCACertificates('default');
  const own = readFileSync(authority, 'utf8');
  if (!given.includes(own)) tls.setDefaultCACertificates([...given, own]);
}
