import type { IncomingMessage, RequestListener } from 'node:http';
import type { Logger } from 'pino';
import { answered } from './answered.js';
import { type Control, controlDoor, journalDoor } from './door/index.js';
import {
  BodyTooLarge,
  type Exchange,
  fromThisMachine,
  type Handler,
  release,
  sendFile,
  sendHtml,
  sendJson,
  spokenPath,
} from './http/index.js';
import type { Issuer } from './issuer/index.js';
import { type Namespace, type Namespaces, namespaceNames } from './namespace/index.js';
import { assets, homePage } from './pages/index.js';
import { answersAt, googleHosts } from './places/index.js';

export type Doors = {
  readonly namespaces: Namespaces;
  /** Whether the control API answers. */
  readonly control: Control;
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

/** Where an issuer is reached, as its discovery document says it. */
function addressesOf({ key, label, issuer, profile, world }: Issuer) {
  const document = world.publish(profile.discovery(issuer));
  const at = (member: string): string => String(document[member]);
  return {
    ...{ key, label, issuer, profile: profile.name },
    authorization: at('authorization_endpoint'),
    token: at('token_endpoint'),
    userinfo: at('userinfo_endpoint'),
    keys: at('jwks_uri'),
  };
}

function home({ name, url, issuers }: Namespace, { namespaces, control }: Doors): Handler {
  return (exchange) => {
    const shown = issuers.map(addressesOf);
    // Names of namespaces are for whoever may control them.
    const listed =
      control === 'anywhere' || (control && fromThisMachine(exchange.req)) ? namespaces.list() : [];
    const names = listed.map((one) => one.name).toReversed();
    const { url: root } = namespaces.root;
    const shownHere = {
      namespace: name,
      url,
      root,
      issuers: shown,
      namespaces: names,
      control: control !== false,
    };
    sendHtml(exchange, 200, homePage(shownHere));
  };
}

const whole =
  (namespace: Namespace, issuer: Issuer): Handler =>
  async (exchange) => {
    const bent = await answered(namespace, issuer, exchange);
    if (bent.send) await bent.send(exchange.res);
    else release(exchange.res, bent.answer);
  };

const health =
  ({ issuers }: Namespace): Handler =>
  (exchange) =>
    sendJson(exchange, 200, { status: 'ok', issuers: issuers.map(({ issuer }) => issuer) });

const under = (path: string, mount: string): boolean => path === mount || path.startsWith(`${mount}/`);

/** An issuer that has hosts of its own, each with its part of the paths. */
const atHost = (namespace: Namespace, issuer: Issuer, host: string, path: string): Handler =>
  answersAt(host, path)
    ? whole(namespace, issuer)
    : (exchange) => sendJson(exchange, 404, { error: 'not_found' });

const hostOf = ({ headers }: IncomingMessage): string =>
  (headers.host ?? '').replace(/:\d+$/, '').toLowerCase();

/** Everything behind one port: issuers by path, the control API, and a few pages; the same under each namespace. */
export function serve(doors: Doors): RequestListener {
  const { namespaces, control, log } = doors;
  const pick = (path: string, host: string): Handler => {
    const own = namespaces.root.issuers.find(({ mount }) => mount === '');
    const file = fileAt(path);
    if (file) return file;
    if (own && googleHosts.includes(host)) return atHost(namespaces.root, own, host, path);
    const namespace = namespaces.of(path);
    if (!namespace)
      return (exchange) =>
        sendJson(exchange, 404, {
          error: 'namespace_malformed',
          message: `A namespace is called by ${namespaceNames}.`,
        });
    const here = path.slice(namespace.base.length);
    if (here === '/' || here === '') return home(namespace, doors);
    if (here === '/health') return health(namespace);
    if (under(here, '/control')) return controlDoor({ namespace, namespaces, answered }, control);
    if (here === '/journal') return journalDoor(namespace, control);
    const issuer = namespace.issuers.find(({ mount }) => mount !== '' && under(path, mount));
    if (issuer) return whole(namespace, issuer);
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
