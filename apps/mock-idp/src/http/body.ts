import { IncomingMessage } from 'node:http';

const limit = 64 * 1024;

export class BodyTooLarge extends Error {
  override readonly name = 'BodyTooLarge';
}

export async function readBody(req: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of req as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limit) throw new BodyTooLarge(`a body of at most ${limit} bytes is read`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

export const readForm = async (req: IncomingMessage): Promise<URLSearchParams> =>
  new URLSearchParams((await readBody(req)).toString('utf8'));

/** The same request once more, for a handler that wants to read the body itself. */
export function again(req: IncomingMessage, body: string | Buffer): IncomingMessage {
  const copy = new IncomingMessage(req.socket);
  copy.method = req.method ?? 'GET';
  copy.url = req.url ?? '/';
  const { 'transfer-encoding': _, ...headers } = req.headers;
  copy.headers = { ...headers, 'content-length': String(Buffer.byteLength(body)) };
  copy.httpVersion = req.httpVersion;
  copy.httpVersionMajor = req.httpVersionMajor;
  copy.httpVersionMinor = req.httpVersionMinor;
  // Otherwise Node takes the end of this copy for a broken connection and closes the socket.
  copy.complete = true;
  copy.push(body);
  copy.push(null);
  return copy;
}
