import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';

const linked = z.object({ traceId: z.string(), spanId: z.string() });
const attribute = z.object({
  key: z.string(),
  value: z.object({ stringValue: z.string().optional(), intValue: z.coerce.number().optional() }),
});
const span = z.object({
  ...linked.shape,
  name: z.string(),
  parentSpanId: z.string().optional(),
  links: z.array(linked).default([]),
  startTimeUnixNano: z.string(),
  endTimeUnixNano: z.string(),
  attributes: z.array(attribute).default([]),
});
/** What is read of a request of OTLP over HTTP, as JSON. */
const request = z.object({
  resourceSpans: z.array(
    z.object({
      resource: z.object({ attributes: z.array(attribute).default([]) }),
      scopeSpans: z.array(z.object({ spans: z.array(span) })),
    }),
  ),
});

export type Exported = z.infer<typeof span> & { readonly process: string };

type Attributes = z.infer<typeof attribute>[];
export const saidBy = (attributes: Attributes, name: string): string | number | undefined => {
  const value = attributes.find(({ key }) => key === name)?.value;
  return value?.stringValue ?? value?.intValue;
};

/** Takes spans as an operator's collector would, and keeps all of them. */
export class Collector {
  readonly spans: Exported[] = [];

  private constructor(private readonly server: Server) {
    server.on('request', (incoming, response) => {
      let body = '';
      incoming.setEncoding('utf8');
      incoming.on('data', (chunk: string) => {
        body += chunk;
      });
      incoming.on('end', () => {
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

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private take(body: string): void {
    for (const { resource, scopeSpans } of request.parse(JSON.parse(body)).resourceSpans) {
      const process = String(saidBy(resource.attributes, 'service.instance.id') ?? '');
      for (const { spans } of scopeSpans) this.spans.push(...spans.map((one) => ({ ...one, process })));
    }
  }
}
