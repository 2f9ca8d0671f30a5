import { Inject, Injectable } from '@nestjs/common';
import type { CookieOptions, Request, Response } from 'express';
import { cookieIn } from '../common/cookie-in.js';
import { hashOf, sameSecret } from '../common/secrets.js';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/env.js';

const TRANSACTION_MS = 10 * 60_000;

/**
 * A window's two cookies, both HttpOnly and of this host alone. `__Host-` and Secure wherever the service has https;
 * over http on a developer's machine neither, and there a provider on the same site is all a Lax cookie can follow.
 */
@Injectable()
export class WindowCookies {
  private readonly prefix: string;
  private readonly ofSession: CookieOptions;
  private readonly ofTransaction: CookieOptions;

  constructor(@Inject(CONFIG) { PUBLIC_URL }: Config) {
    const secure = PUBLIC_URL.startsWith('https:');
    this.prefix = secure ? '__Host-' : '';
    const common = { httpOnly: true, secure, path: '/' };
    this.ofSession = { ...common, sameSite: 'lax' };
    // A provider posts an ID token from its own site: no Lax cookie would come with it.
    this.ofTransaction = { ...common, sameSite: secure ? 'none' : 'lax' };
  }

  /** Who sits in front of the window: gone with the browser, as they may be. */
  session(request: Request, brand: string): string | undefined {
    return cookieIn(request.headers.cookie, this.sessionName(brand));
  }

  setSession(response: Response, brand: string, secret: string): void {
    response.cookie(this.sessionName(brand), secret, this.ofSession);
  }

  /** One per `state`: whoever comes back must be the browser that left. */
  setTransaction(response: Response, state: string): void {
    response.cookie(this.transactionName(state), state, { ...this.ofTransaction, maxAge: TRANSACTION_MS });
  }

  leftWith(request: Request, state: string): boolean {
    return sameSecret(cookieIn(request.headers.cookie, this.transactionName(state)) ?? '', state);
  }

  clearTransaction(response: Response, state: string): void {
    response.clearCookie(this.transactionName(state), this.ofTransaction);
  }

  private sessionName(brand: string): string {
    return `${this.prefix}cs-${brand}`;
  }

  private transactionName(state: string): string {
    return `${this.prefix}cs-txn-${hashOf(state).slice(0, 16)}`;
  }
}
