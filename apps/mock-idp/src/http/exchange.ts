import type { IncomingMessage, ServerResponse } from 'node:http';

/** One request with its answer, and its address taken apart once. */
export type Exchange = {
  readonly req: IncomingMessage;
  readonly res: ServerResponse;
  readonly url: URL;
};

export type Headers = Readonly<Record<string, string | readonly string[]>>;

export type Handler = (exchange: Exchange) => Promise<void> | void;

function send(
  { req, res }: Exchange,
  status: number,
  type: string,
  content: string | Buffer,
  headers: Headers,
): void {
  res.statusCode = status;
  res.setHeader('content-type', type);
  for (const [name, value] of Object.entries(headers)) res.setHeader(name, value);
  res.setHeader('x-content-type-options', 'nosniff');
  res.setHeader('content-length', Buffer.byteLength(content));
  res.end(req.method === 'HEAD' ? undefined : content);
}

export const sendJson = (exchange: Exchange, status: number, body: unknown, headers: Headers = {}): void =>
  send(exchange, status, 'application/json; charset=utf-8', JSON.stringify(body), {
    'cache-control': 'no-store',
    ...headers,
  });

/**
 * No scripts at all. `form-action` stays open: browsers apply it to every redirect that follows a form, and
 * where a client's callback goes next is the client's business.
 */
export const pagePolicy =
  "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; base-uri 'none'; frame-ancestors 'none'";

export const sendHtml = (exchange: Exchange, status: number, html: string): void =>
  send(exchange, status, 'text/html; charset=utf-8', html, {
    'cache-control': 'no-store',
    'content-security-policy': pagePolicy,
    'referrer-policy': 'no-referrer',
  });

export const sendFile = (exchange: Exchange, type: string, content: string | Buffer): void =>
  send(exchange, 200, type, content, { 'cache-control': 'public, max-age=300' });

export const redirect = ({ res }: Exchange, location: string, cookies: readonly string[] = []): void => {
  res.statusCode = 303;
  if (cookies.length > 0) res.appendHeader('set-cookie', [...cookies]);
  res.setHeader('location', location);
  res.setHeader('cache-control', 'no-store');
  res.end();
};
