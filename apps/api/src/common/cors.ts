import type { NextFunction, Request, Response } from 'express';

export type CorsRules = {
  /** Whether any brand lists this origin. */
  readonly admits: (origin: string) => Promise<boolean>;
  readonly workspace: string;
};

const METHODS = 'GET, POST, PUT, DELETE';
const HEADERS = 'authorization, content-disposition, content-type, dpop, traceparent';
/** What a page may read of an answer beside its body. */
const EXPOSED = 'ratelimit, ratelimit-policy, retry-after';

function allow(response: Response, origin: string, credentials: boolean): void {
  response.setHeader('access-control-allow-origin', origin);
  response.setHeader('access-control-allow-methods', METHODS);
  response.setHeader('access-control-allow-headers', HEADERS);
  response.setHeader('access-control-expose-headers', EXPOSED);
  response.setHeader('access-control-max-age', '600');
  if (credentials) response.setHeader('access-control-allow-credentials', 'true');
}

/**
 * Answers the one origin that asks, when it may: pages of brands without credentials, the workspace with its cookie
 * and on its own routes only. Hygiene: who a caller is, is proven elsewhere.
 */
export const cors =
  ({ admits, workspace }: CorsRules) =>
  async (request: Request, response: Response, next: NextFunction): Promise<void> => {
    try {
      const { origin } = request.headers;
      response.vary('Origin');
      const ofAgents = /^\/v1\/(agent|console|sign-up)(\/|$)/.test(request.path);
      if (origin !== undefined && ofAgents && origin === workspace) allow(response, origin, true);
      else if (origin !== undefined && !ofAgents && (await admits(origin))) allow(response, origin, false);
      if (request.method === 'OPTIONS') response.status(204).end();
      else next();
    } catch (error) {
      next(error);
    }
  };
