import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type ActionHandlerOptions, actionHandler } from '@countersign/brand-kit';

type CarryOut = ActionHandlerOptions['carryOut'];
/** What stands before the handler: answers by itself, or lets it through. */
type Before = (
  tries: number,
) => { readonly status: number; readonly body?: string; readonly type?: string } | 'hang-up' | undefined;

/** A brand's backend that carries out what was accepted, as brand-kit has it, and goes wrong where a test says so. */
export class ActionServer {
  readonly secret = `whsec_${Buffer.alloc(32, 5).toString('base64')}`;
  /** As they came: headers and text. */
  readonly asked: { readonly headers: IncomingMessage['headers']; readonly body: string }[] = [];
  carryOut: CarryOut = async () => ({ outcome: 'done' });
  before: Before = () => undefined;

  private constructor(private readonly server: Server) {}

  static async open(): Promise<ActionServer> {
    const server = createServer((request, response) => {
      void (async () => {
        const chunks: Buffer[] = [];
        for await (const chunk of request) chunks.push(chunk as Buffer);
        const body = Buffer.concat(chunks).toString('utf8');
        made.asked.push({ headers: request.headers, body });
        const instead = made.before(made.asked.length);
        if (instead === 'hang-up') return void request.socket.destroy();
        const answer = instead
          ? new Response(instead.body ?? '{}', { status: instead.status })
          : await handler(
              new Request('http://backend', {
                method: 'POST',
                headers: Object.entries(request.headers).map(
                  ([name, value]) => [name, String(value)] as const,
                ),
                body,
              }),
            );
        response.writeHead(answer.status, { 'content-type': instead?.type ?? 'application/json' });
        response.end(await answer.text());
      })();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const made = new ActionServer(server);
    const handler = actionHandler({ secret: made.secret, carryOut: (action) => made.carryOut(action) });
    return made;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/actions`;
  }

  reset(): void {
    this.asked.splice(0);
    this.carryOut = async () => ({ outcome: 'done' });
    this.before = () => undefined;
  }

  close(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((resolve) => this.server.close(() => resolve()));
  }
}
