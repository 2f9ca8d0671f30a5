import type { RequestListener } from 'node:http';
import type { Logger } from 'pino';
import {
  BodyTooLarge,
  type Exchange,
  type Handler,
  sendFile,
  sendHtml,
  sendJson,
  spokenPath,
} from './http/index.js';
import type { Issuer } from './issuer/index.js';
import { assets, homePage } from './pages/index.js';

export type Doors = {
  readonly issuers: readonly Issuer[];
  readonly control: Handler;
  readonly controlUrl: string | undefined;
  readonly log: Logger;
};

function simple({ issuers, controlUrl }: Doors): ReadonlyMap<string, Handler> {
  const files = [...assets()].map(
    ([path, { type, content }]) => [path, (exchange: Exchange) => sendFile(exchange, type, content)] as const,
  );
  const shown = issuers.map(({ label, issuer, profile }) => ({ label, issuer, profile: profile.name }));
  return new Map<string, Handler>([
    ['/', (exchange) => sendHtml(exchange, 200, homePage({ issuers: shown, control: controlUrl }))],
    [
      '/health',
      (exchange) => sendJson(exchange, 200, { status: 'ok', issuers: issuers.map(({ issuer }) => issuer) }),
    ],
    ...files,
  ]);
}

const under = (path: string, mount: string): boolean => path === mount || path.startsWith(`${mount}/`);

/** Everything behind one port: issuers by path, the control API, and a few pages. */
export function serve(doors: Doors): RequestListener {
  const pages = simple(doors);
  const pick = (path: string): Handler => {
    const page = pages.get(path);
    if (page) return page;
    if (under(path, '/control')) return doors.control;
    const issuer = doors.issuers.find(({ mount }) => under(path, mount));
    if (issuer) return issuer.handle;
    return (exchange) =>
      sendJson(exchange, 404, { error: 'not_found', known: doors.issuers.map(({ mount }) => mount) });
  };
  return async (req, res) => {
    const url = URL.parse(req.url ?? '/', 'http://localhost') ?? new URL('http://localhost/bad-address');
    const exchange = { req, res, url };
    res.once('close', () => {
      doors.log.debug(
        { method: req.method, path: spokenPath(url.pathname), status: res.statusCode },
        'answered',
      );
    });
    try {
      await pick(url.pathname)(exchange);
    } catch (error) {
      if (error instanceof BodyTooLarge) return sendJson(exchange, 413, { error: 'invalid_request' });
      doors.log.error({ err: error, path: spokenPath(url.pathname) }, 'request failed');
      if (!res.headersSent) sendJson(exchange, 500, { error: 'server_error' });
      else res.destroy();
    }
  };
}
