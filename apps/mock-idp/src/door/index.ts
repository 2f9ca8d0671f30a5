import { BodyTooLarge, type Exchange, fromThisMachine, type Handler, sendJson } from '../http/index.js';
import type { Namespace } from '../namespace/index.js';
import { clientRoutes } from './clients.js';
import { clockRoutes } from './clock.js';
import { faultRoutes } from './faults.js';
import { journalRoutes, showJournal } from './journal.js';
import { keyRoutes } from './keys.js';
import { logoutRoutes } from './logout.js';
import { namespaceRoutes } from './namespaces.js';
import { peopleRoutes } from './people.js';
import { Refused } from './refused.js';
import type { Route, Stores } from './route.js';
import { signInRoutes } from './sign-in.js';

export type { Answering, Stores } from './route.js';

const routes: Readonly<Record<string, Route>> = {
  'GET /': () => ({
    status: 200,
    body: { routes: routeNames.map((name) => name.replace(' ', ' /control')) },
  }),
  'GET /health': () => ({ status: 200, body: { status: 'ok' } }),
  ...peopleRoutes,
  ...clientRoutes,
  ...faultRoutes,
  ...logoutRoutes,
  ...clockRoutes,
  ...keyRoutes,
  ...signInRoutes,
  ...journalRoutes,
  ...namespaceRoutes,
};

/** Method and path of each, as the reference lists them. */
export const routeNames: readonly string[] = Object.keys(routes);

/** Each with its path as a pattern: `:id` takes one segment. */
const table = Object.entries(routes).map(([name, route]) => {
  const [method = '', path = ''] = name.split(' ');
  return { method, path, pattern: new RegExp(`^${path.replaceAll(/:\w+/g, '([^/]+)')}$`), route };
});

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    throw new Refused(400, { error: 'path_malformed', message: `${name} is not percent-encoded UTF-8.` });
  }
}

function find(method: string, path: string): { route: Route; names: string[] } {
  const here = table.filter(({ pattern }) => pattern.test(path));
  const found = here.find((one) => one.method === method);
  if (found) {
    const [, ...names] = found.pattern.exec(path) ?? [];
    return { route: found.route, names: names.map(decoded) };
  }
  const known = (here.length > 0 ? here : table).map((one) => `${one.method} /control${one.path}`);
  const status = here.length > 0 ? 405 : 404;
  throw new Refused(status, {
    error: 'route_unknown',
    message: `There is no ${method} /control${path}.`,
    known,
  });
}

/** Whether the door is open, and whether for other machines too: in a container, everybody is on another one. */
export type Control = boolean | 'anywhere';

/** A page must not reach this door, not even one that a name was rebound for. */
function judgeCaller({ req }: Exchange, open: Control): void {
  if (open !== 'anywhere' && !fromThisMachine(req))
    throw new Refused(403, { error: 'not_this_machine', message: 'Control is for this machine only.' });
  if (req.headers.origin !== undefined)
    throw new Refused(403, { error: 'not_for_pages', message: 'Control does not answer web pages.' });
}

/** Refusals in words, whatever is behind the door. */
const guarded =
  (open: Control, handle: Handler): Handler =>
  async (exchange) => {
    try {
      judgeCaller(exchange, open);
      if (!open)
        throw new Refused(403, {
          error: 'control_off',
          message: 'Control is off in production. MOCK_IDP_CONTROL=on turns it on.',
        });
      await handle(exchange);
    } catch (error) {
      if (error instanceof Refused) return sendJson(exchange, error.status, error.problem);
      if (error instanceof BodyTooLarge)
        return sendJson(exchange, 413, { error: 'body_too_large', message: error.message });
      throw error;
    }
  };

/** The control API of one namespace: whatever can be changed or read while the stand-in runs. */
export const controlDoor = (stores: Stores, open: Control): Handler =>
  guarded(open, async (exchange) => {
    const { req, url } = exchange;
    const { namespace } = stores;
    const path = url.pathname.slice(`${namespace.base}/control`.length) || '/';
    const { route, names } = find(req.method ?? '', path);
    const issuers = namespace.issuers.map(({ key }) => key);
    const { status, body } = await route({ ...stores, issuers, req, query: url.searchParams, names });
    if (status === 204) exchange.res.writeHead(204).end();
    else sendJson(exchange, status, body);
  });

/** What the journal says, for people. */
export const journalDoor = (namespace: Namespace, open: Control): Handler =>
  guarded(open, (exchange) => showJournal(namespace, exchange));
