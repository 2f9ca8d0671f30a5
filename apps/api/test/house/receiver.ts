import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { Webhook } from 'standardwebhooks';

/** What a receiver was told, as the library of Standard Webhooks lets it through. */
export type Received = {
  readonly id: string;
  readonly type: string;
  readonly timestamp: string;
  readonly data: Readonly<Record<string, never>> & Record<string, unknown>;
};
type Came = { readonly path: string; readonly headers: IncomingHttpHeaders; readonly body: string };
type Answers = (response: ServerResponse, came: Came) => void;

const ok: Answers = (response) => response.writeHead(204).end();

/** A brand's own system: takes what is sent, and answers as it is told to. */
export class Receiver {
  readonly came: Came[] = [];
  private readonly answers = new Map<string, Answers>();

  private constructor(private readonly server: Server) {
    server.on('request', async (request, response) => {
      const came = { path: request.url ?? '', headers: request.headers, body: await text(request) };
      this.came.push(came);
      (this.answers.get(came.path) ?? ok)(response, came);
    });
  }

  static async open(): Promise<Receiver> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new Receiver(server);
  }

  url(path: string): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}${path}`;
  }

  answer(path: string, answers: Answers): void {
    this.answers.set(path, answers);
  }

  status(path: string, status: number, words = ''): void {
    this.answer(path, (response) => response.writeHead(status).end(words));
  }

  at(path: string): readonly Came[] {
    return this.came.filter((one) => one.path === path);
  }

  /** Throws where one is not signed by this secret, or is too old. */
  verified(path: string, secret: string): readonly Received[] {
    return this.at(path).map(({ headers, body }) => verify({ headers, body }, secret));
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

export function verify({ headers, body }: Omit<Came, 'path'>, secret: string): Received {
  const told = new Webhook(secret).verify(body, headers as Record<string, string>) as Omit<Received, 'id'>;
  return { ...told, id: String(headers['webhook-id']) };
}
