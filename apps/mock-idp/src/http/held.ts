import { type IncomingMessage, type OutgoingHttpHeaders, ServerResponse } from 'node:http';

/** A whole answer, before it is sent. */
export type Answer = {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: OutgoingHttpHeaders;
  readonly body: Buffer;
};

type Held = { readonly res: ServerResponse; readonly answer: Promise<Answer> };

const asBuffer = (chunk: unknown, encoding: unknown): Buffer => {
  if (chunk === undefined || chunk === null || typeof chunk === 'function') return Buffer.alloc(0);
  if (typeof chunk === 'string')
    return Buffer.from(chunk, typeof encoding === 'string' ? (encoding as BufferEncoding) : 'utf8');
  return Buffer.from(chunk as Uint8Array);
};

/** A response that keeps what it is told instead of sending it: an answer can be read and bent before anybody gets it. */
export function hold(req: IncomingMessage): Held {
  const res = new ServerResponse(req);
  const chunks: Buffer[] = [];
  const { promise, resolve } = Promise.withResolvers<Answer>();
  const end = res.end.bind(res);
  // Node's own would write them where nobody can read them again.
  res.writeHead = (status: number, reason?: unknown, headers?: unknown) => {
    res.statusCode = status;
    const given = (typeof reason === 'string' ? headers : reason) as OutgoingHttpHeaders | undefined;
    for (const [name, value] of Object.entries(given ?? {}))
      if (value !== undefined) res.setHeader(name, value);
    return res;
  };
  res.write = (chunk: unknown, encoding?: unknown) => {
    chunks.push(asBuffer(chunk, encoding));
    return true;
  };
  res.end = (chunk?: unknown, encoding?: unknown) => {
    chunks.push(asBuffer(chunk, encoding));
    resolve({ status: res.statusCode, headers: res.getHeaders(), body: Buffer.concat(chunks) });
    end();
    return res;
  };
  return { res, answer: promise };
}

/** Sends it at last. */
export function release(res: ServerResponse, { status, headers, body }: Answer): void {
  res.statusCode = status;
  for (const [name, value] of Object.entries(headers)) if (value !== undefined) res.setHeader(name, value);
  res.end(body);
}
