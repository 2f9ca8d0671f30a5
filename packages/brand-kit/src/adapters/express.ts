import type { FetchHandler } from './fetch-handler.js';
import { BodyTooLong, bodyOf, type NodeRequest } from './node-body.js';

/** What is written to; Node's own `ServerResponse` and Express's are such. */
export type NodeResponse = {
  statusCode: number;
  setHeader(name: string, value: string | readonly string[]): unknown;
  end(body?: Uint8Array): unknown;
};

/** A middleware of Express, in its shape alone: nobody needs Express's types for it. */
export type Middleware = (
  request: NodeRequest,
  response: NodeResponse,
  next?: (error?: unknown) => void,
) => Promise<void>;

function urlOf({ protocol, headers, originalUrl, url }: NodeRequest): URL | undefined {
  const written = `${protocol ?? 'http'}://${String(headers['host'] ?? 'localhost')}${originalUrl ?? url ?? '/'}`;
  return URL.canParse(written) ? new URL(written) : undefined;
}

function headersOf({ headers }: NodeRequest): Headers {
  const copied = new Headers();
  for (const [name, value] of Object.entries(headers))
    for (const one of [value ?? []].flat()) copied.append(name, one);
  return copied;
}

async function toFetch(request: NodeRequest, url: URL): Promise<Request> {
  const method = request.method ?? 'GET';
  const bodiless = method === 'GET' || method === 'HEAD';
  return new Request(url, {
    method,
    headers: headersOf(request),
    ...(bodiless ? {} : { body: await bodyOf(request) }),
  });
}

async function write(answer: Response, to: NodeResponse): Promise<void> {
  to.statusCode = answer.status;
  for (const [name, value] of answer.headers) if (name !== 'set-cookie') to.setHeader(name, value);
  const cookies = answer.headers.getSetCookie();
  if (cookies.length > 0) to.setHeader('set-cookie', cookies);
  to.end(new Uint8Array(await answer.arrayBuffer()));
}

/**
 * A handler of this kit as a middleware of Express, or of anything with Node's requests:
 *
 *     app.post('/api/chat-proof', middleware(proofHandler({ … })));
 *     app.use('/id', middleware(authorizationService.handler));
 *
 * It stands before or after body parsers alike. Behind a proxy `trust proxy` says which scheme the browser saw. What a
 * handler throws goes to Express's error handling, or becomes a 500 without words where there is none.
 */
export function middleware(handler: FetchHandler): Middleware {
  return async (request, response, next) => {
    try {
      const url = urlOf(request);
      const answer = url
        ? await handler(await toFetch(request, url))
        : new Response('The request names no host.', { status: 400 });
      await write(answer, response);
    } catch (error) {
      if (error instanceof BodyTooLong) return write(new Response(error.message, { status: 413 }), response);
      if (next) return next(error);
      await write(new Response(null, { status: 500 }), response);
    }
  };
}
