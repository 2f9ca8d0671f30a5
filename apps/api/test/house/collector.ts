import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

type Value = { readonly stringValue?: string; readonly intValue?: number; readonly doubleValue?: number };
type Linked = { readonly traceId: string; readonly spanId: string };
export type SpanSeen = Linked & {
  readonly name: string;
  readonly parentSpanId?: string;
  readonly links?: readonly Linked[];
  readonly attributes: readonly { readonly key: string; readonly value: Value }[];
};
type Body = { resourceSpans: { scopeSpans: { spans: SpanSeen[] }[] }[] };

/** Takes spans by OTLP over HTTP, as an operator's collector would, and keeps all of them. */
export class Collector {
  readonly spans: SpanSeen[] = [];
  /** As they came. */
  text = '';
  private waiting: (() => void)[] = [];

  private constructor(private readonly server: Server) {
    server.on('request', (request, response) => {
      let body = '';
      request.setEncoding('utf8');
      request.on('data', (chunk: string) => {
        body += chunk;
      });
      request.on('end', () => {
        this.take(body);
        response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
      });
    });
  }

  static async open(): Promise<Collector> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new Collector(server);
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** The first, past or to come, of this name that is as wanted. */
  async span(name: string, wanted: (span: SpanSeen) => boolean = () => true): Promise<SpanSeen> {
    const deadline = AbortSignal.timeout(15_000);
    for (;;) {
      const found = this.spans.find((span) => span.name === name && wanted(span));
      if (found) return found;
      await new Promise<void>((resolve, reject) => {
        const late = () => reject(new Error(`No such span: ${name}`));
        deadline.addEventListener('abort', late, { once: true });
        this.waiting.push(resolve);
      });
    }
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private take(body: string): void {
    this.text += body;
    for (const { scopeSpans } of (JSON.parse(body) as Body).resourceSpans)
      for (const { spans } of scopeSpans) this.spans.push(...spans);
    for (const resolve of this.waiting.splice(0)) resolve();
  }
}

/** A span's attribute, whatever its kind. */
export const said = ({ attributes }: SpanSeen, name: string): string | number | undefined => {
  const value = attributes.find(({ key }) => key === `countersign.${name}`)?.value;
  return value?.stringValue ?? value?.intValue ?? value?.doubleValue;
};
