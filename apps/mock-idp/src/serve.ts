import type { IncomingMessage, RequestListener } from 'node:http';
import type { Logger } from 'pino';
import { controlDoor } from './door/index.js';
import {
  BodyTooLarge,
  type Exchange,
  type Handler,
  hold,
  notesOf,
  release,
  sendFile,
  sendHtml,
  sendJson,
  spokenPath,
} from './http/index.js';
import type { Issuer } from './issuer/index.js';
import type { Namespace, Namespaces } from './namespace/index.js';
import { assets, homePage } from './pages/index.js';
import { answersAt, googleHosts } from './places/index.js';

export type Doors = {
  readonly namespaces: Namespaces;
  /** Whether the control API answers. */
  readonly control: boolean;
  readonly log: Logger;
};

const files = new Map<string, Handler>();

/** The files a page needs, read when the first page is shown. */
function fileAt(path: string): Handler | undefined {
  if (!path.startsWith('/assets/')) return undefined;
  if (files.size === 0)
    for (const [name, { type, content }] of assets())
      files.set(name, (exchange: Exchange) => sendFile(exchange, type, content));
  return files.get(path);
}

function home({ issuers, url }: Namespace, control: boolean): Handler {
  const shown = issuers.map(({ label, issuer, profile }) => ({ label, issuer, profile: profile.name }));
  return (exchange) =>
    sendHtml(exchange, 200, homePage({ issuers: shown, control: control ? `${url}/control` : undefined }));
}

/** The one place where an issuer's honest answer is at hand before it is sent: what is armed bends it here. */
const whole =
  ({ handle, world }: Issuer): Handler =>
  async (exchange) => {
    const { res, answer } = hold(exchange.req);
    await handle({ ...exchange, res });
    const bent = await world.faults.bend(world, await answer, notesOf(res));
    if (bent.send) await bent.send(exchange.res);
    else release(exchange.res, bent.answer);
  };

const health =
  ({ issuers }: Namespace): Handler =>
  (exchange) =>
    sendJson(exchange, 200, { status: 'ok', issuers: issuers.map(({ issuer }) => issuer) });

const under = (path: string, mount: string): boolean => path === mount || path.startsWith(`${mount}/`);

/** An issuer that has hosts of its own, each with its part of the paths. */
const atHost = (issuer: Issuer, host: string, path: string): Handler =>
  answersAt(host, path) ? whole(issuer) : (exchange) => sendJson(exchange, 404, { error: 'not_found' });

const hostOf = ({ headers }: IncomingMessage): string =>
  (headers.host ?? '').replace(/:\d+$/, '').toLowerCase();

/** Everything behind one port: issuers by path, the control API, and a few pages; the same under each namespace. */
export function serve({ namespaces, control, log }: Doors): RequestListener {
  const ownHosts = namespaces.root.issuers.find(({ mount }) => mount === '');
  const pick = (path: string, host: string): Handler => {
    const file = fileAt(path);
    if (file) return file;
    if (ownHosts && googleHosts.includes(host)) return atHost(ownHosts, host, path);
    const namespace = namespaces.of(path);
    const here = path.slice(namespace.base.length);
    if (here === '/' || here === '') return home(namespace, control);
    if (here === '/health') return health(namespace);
    if (under(here, '/control')) return controlDoor({ namespace, namespaces }, control);
    const issuer = namespace.issuers.find(({ mount }) => mount !== '' && under(path, mount));
    if (issuer) return whole(issuer);
    return (exchange) =>
      sendJson(exchange, 404, { error: 'not_found', known: namespace.issuers.map(({ mount }) => mount) });
  };
  return async (req, res) => {
    const url = URL.parse(req.url ?? '/', 'http://localhost') ?? new URL('http://localhost/bad-address');
    const exchange = { req, res, url };
    res.once('close', () => {
      log.debug({ method: req.method, path: spokenPath(url.pathname), status: res.statusCode }, 'answered');
    });
    try {
      await pick(url.pathname, hostOf(req))(exchange);
    } catch (error) {
      if (error instanceof BodyTooLarge) return sendJson(exchange, 413, { error: 'invalid_request' });
      log.error({ err: error, path: spokenPath(url.pathname) }, 'request failed');
      if (!res.headersSent) sendJson(exchange, 500, { error: 'server_error' });
      else res.destroy();
    }
  };
}
