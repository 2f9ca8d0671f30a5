import type { IncomingMessage } from 'node:http';

export type Credentials = { readonly clientId: string; readonly clientSecret: string };

const decoded = (part: string): string => {
  try {
    return decodeURIComponent(part.replaceAll('+', ' '));
  } catch {
    return part;
  }
};

/** HTTP Basic, with both halves form-encoded as RFC 6749, section 2.3.1 wants them. */
export function basicCredentials(req: IncomingMessage): Credentials | undefined {
  const [scheme, value] = (req.headers.authorization ?? '').split(' ');
  if (scheme?.toLowerCase() !== 'basic' || !value) return undefined;
  const plain = Buffer.from(value, 'base64').toString('utf8');
  const colon = plain.indexOf(':');
  if (colon < 1) return undefined;
  return { clientId: decoded(plain.slice(0, colon)), clientSecret: decoded(plain.slice(colon + 1)) };
}
