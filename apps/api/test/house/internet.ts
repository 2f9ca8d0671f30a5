import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, connect as openSocket } from 'node:net';
import type { Network } from '../../dist/outbound/network.client.js';
import { json } from './provider.js';

type Answer = (response: ServerResponse, request: IncomingMessage) => void;

/** An address of documentation's own block counts as public here; nobody is called under it. */
export const PUBLIC = '93.184.216.34';

/**
 * The world as the API sees it: names, addresses and what answers there, all in this process. No packet leaves.
 * It notes every socket that was asked for, by address.
 */
export class Internet {
  readonly sockets = new Map<string, number>();
  private readonly names = new Map<string, readonly string[][]>();
  private readonly asked = new Map<string, number>();
  private readonly answers = new Map<string, Answer>();

  private constructor(private readonly server: Server) {
    server.on('request', (request, response) => this.answer(request, response));
  }

  static async open(): Promise<Internet> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new Internet(server);
  }

  /** What a name resolves to: the first time, the second, and from then on the last. */
  name(host: string, ...answers: string[][]): void {
    this.names.set(host, answers);
  }

  /** What is answered at a public address, by host and path. */
  on(host: string, path: string, answer: Answer): void {
    this.answers.set(`${host}${path}`, answer);
  }

  /** A provider that publishes these endpoints. */
  provider(host: string, endpoints: Readonly<Record<string, string>> = {}): string {
    const issuer = `https://${host}`;
    this.on(host, '/.well-known/openid-configuration', (response) =>
      json(response, {
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/keys`,
        userinfo_endpoint: `${issuer}/userinfo`,
        ...endpoints,
      }),
    );
    return issuer;
  }

  /** The API's only two ways out, led here. */
  replace(network: Network): void {
    network.resolve = async (host) => {
      const time = this.asked.get(host) ?? 0;
      this.asked.set(host, time + 1);
      const answers = this.names.get(host) ?? [[PUBLIC]];
      const addresses = answers[Math.min(time, answers.length - 1)] ?? [];
      return addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
    };
    network.connect = (_target, [first], done) => {
      const address = first?.address ?? '';
      this.sockets.set(address, (this.sockets.get(address) ?? 0) + 1);
      const { port } = this.server.address() as AddressInfo;
      const socket = openSocket(port, '127.0.0.1');
      socket.once('error', (error) => done(error, null));
      socket.once('connect', () => done(null, socket));
    };
  }

  /** Sockets to anything but the public address: there must be none. */
  forbidden(): number {
    return [...this.sockets].reduce((sum, [address, count]) => (address === PUBLIC ? sum : sum + count), 0);
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private answer(request: IncomingMessage, response: ServerResponse): void {
    const answer = this.answers.get(`${request.headers.host ?? ''}${request.url ?? ''}`);
    // One socket for each request, so that every one is resolved and tested anew.
    response.setHeader('connection', 'close');
    if (answer) answer(response, request);
    else json(response, { error: 'not_found' }, 404);
  }
}
