import type { NextFunction, Request, Response } from 'express';
import type { Readiness } from './readiness.js';
import type { Underway } from './underway.js';

/** Which of several processes answered. It says nothing of the machine, unless the operator named it so. */
export const PROCESS_HEADER = 'x-countersign-process';

/** Names the process, counts the request, and sends who comes again by the same connection to another once it leaves. */
export const ofThisProcess =
  (name: string, readiness: Readiness, underway: Underway) =>
  (_request: Request, response: Response, next: NextFunction): void => {
    response.setHeader(PROCESS_HEADER, name);
    if (readiness.isDraining) response.setHeader('connection', 'close');
    response.once('close', underway.begin());
    next();
  };
