import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { makeSigner, type Signer } from './signer.js';

export type Endpoint = 'discovery' | 'keys' | 'token' | 'userinfo';
export type Asked = {
  readonly endpoint: Endpoint;
  readonly form: URLSearchParams;
  readonly authorization: string | undefined;
};
type Handler = (response: ServerResponse, asked: Asked) => void | Promise<void>;

const endpoints: Record<string, Endpoint> = {
  '/.well-known/openid-configuration': 'discovery',
  '/keys': 'keys',
  '/token': 'token',
  '/userinfo': 'userinfo',
};

export const json = (response: ServerResponse, body: unknown, status = 200, headers = {}): void => {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
};

/** A provider that answers what the test says: for trouble on the wire, which no honest stand-in makes. */
export class ScriptedProvider {
  readonly asked: Asked[] = [];
  private readonly handlers = new Map<Endpoint, Handler>();
  private readonly published: Signer[];

  private constructor(
    private readonly server: Server,
    readonly url: string,
    readonly signer: Signer,
  ) {
    this.published = [signer];
    server.on('request', (request, response) => {
      this.answer(request, response).catch(() => response.destroy());
    });
    this.honest();
  }

  static async start(): Promise<ScriptedProvider> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    return new ScriptedProvider(server, `http://127.0.0.1:${port}`, await makeSigner('first-key'));
  }

  /** Answers as a provider does. */
  honest(): void {
    this.on('discovery', (response) =>
      json(response, {
        issuer: this.url,
        authorization_endpoint: `${this.url}/authorize`,
        token_endpoint: `${this.url}/token`,
        jwks_uri: `${this.url}/keys`,
        userinfo_endpoint: `${this.url}/userinfo`,
      }),
    );
    this.on('keys', (response) => json(response, { keys: this.published.map(({ publicJwk }) => publicJwk) }));
    this.on('token', (response) => json(response, { error: 'invalid_grant' }, 400));
    this.on('userinfo', (response) => json(response, { error: 'invalid_token' }, 401));
  }

  on(endpoint: Endpoint, handler: Handler): void {
    this.handlers.set(endpoint, handler);
  }

  /** From now on the token endpoint answers this ID token. */
  grants(idToken: string, accessToken = 'access-token-of-the-test'): void {
    this.on('token', (response) =>
      json(response, {
        id_token: idToken,
        access_token: accessToken,
        token_type: 'Bearer',
        expires_in: 3_600,
      }),
    );
  }

  publish(signer: Signer): void {
    this.published.push(signer);
  }

  count(endpoint: Endpoint): number {
    return this.asked.filter((one) => one.endpoint === endpoint).length;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const endpoint = endpoints[request.url ?? ''];
    const handler = endpoint && this.handlers.get(endpoint);
    if (!handler) return json(response, {}, 404);
    let body = '';
    for await (const chunk of request) body += String(chunk);
    const asked = { endpoint, form: new URLSearchParams(body), authorization: request.headers.authorization };
    this.asked.push(asked);
    await handler(response, asked);
  }
}
