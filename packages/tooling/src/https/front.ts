import {
  createServer as createPlain,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import { createServer } from 'node:https';
import type { Socket } from 'node:net';
import { createProxyServer } from 'httpxy';
import type { Addresses } from '../seed/addresses.js';
import { Balance } from './balance.js';
import type { Credentials } from './credentials.js';
import { hosts, programAt } from './places.js';

export type FrontOptions = {
  readonly port: number;
  readonly credentials: Credentials;
  /** Where the programs listen, without TLS and on this machine. */
  readonly behind: Addresses;
  /** The ports of the API's processes, where there are several. */
  readonly apiPorts?: readonly number[] | undefined;
  /** Plain http on this port leads to the front; undefined: nobody listens. */
  readonly redirectPort?: number | undefined;
};
export type Front = { close(): Promise<void> };

/** The names end in `localhost`: nobody comes from anywhere else. */
const LOOPBACK = '127.0.0.1';
const KEPT_ALIVE_MS = 65_000;

const hostOf = ({ headers }: IncomingMessage): string =>
  (headers.host ?? '').replace(/:\d+$/, '').toLowerCase();

/** What the programs believe of a request is what the front has seen of it, never what the request says of itself. */
function introduce(request: IncomingMessage, port: number): void {
  const { headers, socket } = request;
  for (const name of Object.keys(headers))
    if (name === 'forwarded' || name.startsWith('x-forwarded-') || name === 'x-real-ip') delete headers[name];
  headers['x-forwarded-for'] = socket.remoteAddress ?? LOOPBACK;
  headers['x-forwarded-proto'] = 'https';
  headers['x-forwarded-host'] = headers.host ?? '';
  headers['x-forwarded-port'] = String(port);
}

function say(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' });
  response.end(`${text}\n`);
}

const nobody = `Nobody lives at this name. Known: ${Object.values(hosts).join(', ')}.`;
const away = 'What answers here is not up yet, or is being started again. Try again in a moment.';

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, LOOPBACK, () => resolve());
  });
}

const close = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });

/** Sends whoever came by plain http to the same place over HTTPS; no program is reached by it. */
function redirector(port: number): Server {
  return createPlain((request, response) => {
    const host = hostOf(request);
    if (!programAt(host)) return say(response, 404, nobody);
    const { origin } = new URL(`https://${host}:${port}`);
    response.writeHead(308, { location: `${origin}${request.url ?? '/'}` }).end();
  });
}

function proxyTo({ behind, port, credentials, apiPorts }: FrontOptions) {
  const agents = {
    // A connection kept between the two may be closed just as it is used again.
    ...{ idp: false, brandSite: false, workspace: false },
    api: apiPorts ? new Balance(apiPorts) : false,
  } as const;
  const proxy = createProxyServer({ ws: true });
  const sockets = new Set<Socket>();
  proxy.on('error', (_error, _request, response) => {
    if (!response) return;
    if ('writeHead' in response) {
      if (response.headersSent) response.destroy();
      else say(response, 502, away);
    } else response.destroy();
  });
  const server = createServer(
    { key: credentials.key, cert: credentials.cert, keepAliveTimeout: KEPT_ALIVE_MS },
    (request, response) => {
      const program = programAt(hostOf(request));
      if (!program) return say(response, 404, nobody);
      introduce(request, port);
      void proxy
        .web(request, response, { target: behind[program], agent: agents[program] })
        .catch(() => undefined);
    },
  );
  server.on('upgrade', (request: IncomingMessage, socket: Socket, head: Buffer) => {
    const program = programAt(hostOf(request));
    if (!program) return socket.destroy();
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    introduce(request, port);
    void proxy
      .ws(request, socket, { target: behind[program], agent: agents[program] }, head)
      .catch(() => socket.destroy());
  });
  const end = () => {
    for (const socket of sockets) socket.destroy();
    return close(server);
  };
  return { server, end };
}

/** One TLS front before all programs, by the names they are called. WebSockets pass. */
export async function openFront(options: FrontOptions): Promise<Front> {
  const { port, redirectPort } = options;
  const { server, end } = proxyTo(options);
  await listen(server, port);
  if (redirectPort === undefined) return { close: end };
  const plain = redirector(port);
  // A convenience: where something else has that port, nothing is missing.
  const redirects = await listen(plain, redirectPort).then(
    () => true,
    () => false,
  );
  return {
    close: async () => {
      await Promise.all([end(), redirects ? close(plain) : undefined]);
    },
  };
}
