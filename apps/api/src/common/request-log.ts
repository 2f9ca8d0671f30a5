import type { NextFunction, Request, Response } from 'express';
import type { Log } from './log.js';

/** One line per request. The path's identifiers are cut out, and the query never gets here. */
export const requestLog =
  (log: Log) =>
  (request: Request, response: Response, next: NextFunction): void => {
    const begun = performance.now();
    response.on('finish', () => {
      const path = request.path.replace(/\/consumers\/[^/]+/, '/consumers/…').slice(0, 120);
      if (path.startsWith('/health')) return;
      const ms = Math.round(performance.now() - begun);
      log.info('request', { method: request.method, path, status: response.statusCode, ms });
    });
    next();
  };
