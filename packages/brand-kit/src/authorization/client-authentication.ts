import type { Authority } from './authority.js';
import type { AuthorizationClient } from './options.js';
import { type Refusal, refuse } from './refusal.js';
import { sameSecret } from './secret.js';

type Credentials = { readonly clientId: string; readonly clientSecret: string };

const unknown = refuse('invalid_client', 'The client is not known, or its secret is wrong.');

/** Both halves are form-encoded before they are joined. RFC 6749, section 2.3.1. */
function fromHeader(header: string): Credentials | undefined {
  const encoded = /^Basic +([A-Za-z0-9+/]+=*)$/i.exec(header)?.[1];
  if (encoded === undefined) return undefined;
  const [, id, secret] = /^([^:]*):(.*)$/s.exec(Buffer.from(encoded, 'base64').toString()) ?? [];
  if (id === undefined || secret === undefined) return undefined;
  const decoded = new URLSearchParams(`id=${id}&secret=${secret}`);
  return { clientId: decoded.get('id') ?? '', clientSecret: decoded.get('secret') ?? '' };
}

/** The client that speaks, by `client_secret_basic` or `client_secret_post`: one of them, never both. */
export function authenticateClient(
  { clients }: Authority,
  header: string | null,
  form: ReadonlyMap<string, string>,
): AuthorizationClient | Refusal {
  const named = form.get('client_id');
  const posted = form.get('client_secret');
  if (header !== null && posted !== undefined)
    return refuse('invalid_request', 'Expected one way to authenticate the client, and not two.');
  const given =
    header === null
      ? { clientId: named ?? '', clientSecret: posted ?? '' }
      : (fromHeader(header) ?? { clientId: '', clientSecret: '' });
  if (named !== undefined && named !== given.clientId) return unknown;
  const client = clients.get(given.clientId);
  // Compared also where there is no client, so that time does not tell which ids there are.
  const right = sameSecret(given.clientSecret, client?.clientSecret ?? 'no client has an empty secret');
  return client && right ? client : unknown;
}
