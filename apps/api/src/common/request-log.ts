import type { NextFunction, Request, Response } from 'express';
import type { Log } from './log.js';

/**
 * One line per request. Of the address only the pattern of the route that took it: what a caller wrote there may be
 * anything, a person's address or a token in the wrong place.
 */
export const requestLog =
  (log: Log) =>
  (request: Request, response: Response, next: NextFunction): void => {
    const begun = performance.now();
    response.on('finish', () => {
      const route = patternOf(request);
      if (route.startsWith('/health')) return;
      const ms = Math.round(performance.now() - begun);
      log.info('request', { method: request.method, route, status: response.statusCode, ms });
    });
    next();
  };

const patternOf = ({ route }: { route?: { path?: unknown } }): string =>
  typeof route?.path === 'string' ? route.path : 'none';
