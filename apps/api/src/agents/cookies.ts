import { Inject, Injectable } from '@nestjs/common';
import type { CookieOptions, Request, Response } from 'express';
import { cookieIn } from '../common/cookie-in.js';
import { hashOf } from '../common/secrets.js';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/env.js';

const SESSION_MS = 12 * 3_600_000;
const TRANSACTION_MS = 10 * 60_000;

/**
 * The agents' two cookies. Both HttpOnly and of this host alone. `__Host-` and Secure wherever the service has https;
 * over http on a developer's machine neither: Chromium takes such a cookie from localhost, Safari does not.
 */
@Injectable()
export class AgentCookies {
  private readonly prefix: string;
  private readonly common: CookieOptions;

  constructor(@Inject(CONFIG) { PUBLIC_URL }: Config) {
    const secure = PUBLIC_URL.startsWith('https:');
    this.prefix = secure ? '__Host-' : '';
    this.common = { httpOnly: true, secure, sameSite: 'lax', path: '/' };
  }

  session(header: string | undefined): string | undefined {
    return cookieIn(header, `${this.prefix}cs-agent`);
  }

  setSession(response: Response, secret: string): void {
    response.cookie(`${this.prefix}cs-agent`, secret, { ...this.common, maxAge: SESSION_MS });
  }

  clearSession(response: Response): void {
    response.clearCookie(`${this.prefix}cs-agent`, this.common);
  }

  /** One per `state`: whoever comes back must be the browser that left. */
  setTransaction(response: Response, state: string): void {
    response.cookie(this.transaction(state), state, { ...this.common, maxAge: TRANSACTION_MS });
  }

  takeTransaction(request: Request, response: Response, state: string): boolean {
    const name = this.transaction(state);
    response.clearCookie(name, this.common);
    return cookieIn(request.headers.cookie, name) === state;
  }

  private transaction(state: string): string {
    return `${this.prefix}cs-agent-txn-${hashOf(state).slice(0, 16)}`;
  }
}
