/** What Express adds to Node's request, and all of it that is read here. */
export type NodeRequest = AsyncIterable<Uint8Array | string> & {
  readonly method?: string | undefined;
  readonly url?: string | undefined;
  readonly originalUrl?: string | undefined;
  readonly protocol?: string | undefined;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body?: unknown;
  readonly readableEnded?: boolean | undefined;
};

/** No handler of this kit takes more. */
const LIMIT = 65_536;

/** The body is longer than any handler of the kit takes. */
export class BodyTooLong extends Error {
  override readonly name = 'BodyTooLong';
}

/** The parameters of a form as it was sent: a name that came twice still comes twice. */
function formOf(body: object): string {
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries(body))
    for (const one of [value].flat()) form.append(name, typeof one === 'string' ? one : JSON.stringify(one));
  return form.toString();
}

async function streamed(request: NodeRequest): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request) {
    const bytes = typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk;
    length += bytes.byteLength;
    if (length > LIMIT) throw new BodyTooLong(`The body is longer than ${LIMIT} bytes.`);
    chunks.push(bytes);
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.byteLength;
  }
  return whole;
}

/** Express 4 writes `{}` where its parsers passed a body by. */
const unread = ({ body, readableEnded }: NodeRequest): boolean =>
  body === undefined ||
  body === null ||
  (readableEnded === false && typeof body === 'object' && Object.keys(body).length === 0);

/** The body, also where a parser of Express (`express.json()`, `express.urlencoded()`) has read it already. */
export async function bodyOf(request: NodeRequest): Promise<BodyInit> {
  const { body } = request;
  if (typeof body === 'string') return body;
  if (body instanceof Uint8Array) return new Uint8Array(body);
  if (unread(request)) return streamed(request);
  const type = String(request.headers['content-type'] ?? '');
  return type.startsWith('application/x-www-form-urlencoded') && typeof body === 'object' && body !== null
    ? formOf(body)
    : JSON.stringify(body);
}
