import type { NextFunction, Request, Response } from 'express';
import { DomainError } from './domain-error.js';

/** What of a request says how it came: an HTTP request, or a socket's first. */
export type Incoming = Pick<Request, 'headers' | 'socket'>;

export type HttpsRules = {
  /** A developer's machine or a demo, where plain http is at home. */
  readonly loopback: boolean;
  readonly PUBLIC_URL: string;
  readonly TRUSTED_PROXIES: number;
};

const YEAR_SECONDS = 31_536_000;
const thisMachine = /^(::1|(::ffff:)?127(\.\d{1,3}){3})$/;
/** Whoever watches over the process asks it without the proxy. It gives nothing away. */
const isHealth = (path: string): boolean => path.startsWith('/health/');

/** By what the nearest proxy says; what it says of a request it did not get by https is the first entry. */
function cameByHttps({ headers }: Incoming, { TRUSTED_PROXIES }: HttpsRules): boolean {
  const [first = ''] = [headers['x-forwarded-proto'] ?? []].flat();
  return TRUSTED_PROXIES > 0 && /^(https|wss)$/.test(first.split(',', 1)[0]?.trim() ?? '');
}

/**
 * Whether a request may be answered at all: in production by https alone. A service whose own address is plain http on this
 * machine is tried out there, and nobody reaches it from anywhere else.
 */
export function mayCome(request: Incoming, rules: HttpsRules): boolean {
  if (rules.loopback || cameByHttps(request, rules)) return true;
  return rules.PUBLIC_URL.startsWith('http:') && thisMachine.test(request.socket.remoteAddress ?? '');
}

function refusalOf(request: Request, rules: HttpsRules): DomainError | undefined {
  if (mayCome(request, rules) || isHealth(request.path)) return undefined;
  const detail = `Come by ${rules.PUBLIC_URL}. A proxy that speaks https says so by X-Forwarded-Proto, and TRUSTED_PROXIES counts it.`;
  return new DomainError('https_required', { detail });
}

/** Refuses what came by plain http, and tells browsers to come by https from now on. */
export const httpsOnly =
  (rules: HttpsRules) =>
  (request: Request, response: Response, next: NextFunction): void => {
    if (!rules.loopback && cameByHttps(request, rules))
      response.setHeader('strict-transport-security', `max-age=${YEAR_SECONDS}`);
    next(refusalOf(request, rules));
  };
