import { Inject, Injectable } from '@nestjs/common';
import type { CookieOptions, Request, Response } from 'express';
import { z } from 'zod';
import { Clock } from '../common/clock.js';
import { cookieIn } from '../common/cookie-in.js';
import { Sealer } from '../common/sealer.js';
import { hashOf } from '../common/secrets.js';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/env.js';
import { type Person, person } from './person.js';

const SESSION_MS = 60 * 60_000;
export const TRANSACTION_MS = 10 * 60_000;
const PERSON = ['', 'cookies', 'person', ''] as const;

const departure = z.strictObject({ nonce: z.string(), codeVerifier: z.string(), leftAt: z.number() });
export type Departure = z.infer<typeof departure>;

/**
 * What is remembered of somebody who has no brand lies with them, sealed: no table has a row for whoever only looked.
 * As the agents' cookies: HttpOnly, of this host alone, Secure wherever the service has https.
 */
@Injectable()
export class PersonCookies {
  private readonly prefix: string;
  private readonly common: CookieOptions;

  constructor(
    @Inject(CONFIG) { PUBLIC_URL }: Config,
    private readonly sealer: Sealer,
    private readonly clock: Clock,
  ) {
    const secure = PUBLIC_URL.startsWith('https:');
    this.prefix = secure ? '__Host-' : '';
    this.common = { httpOnly: true, secure, sameSite: 'lax', path: '/' };
  }

  person(header: string | undefined): Person | undefined {
    const kept = this.open(cookieIn(header, `${this.prefix}cs-person`), PERSON);
    const read = z.strictObject({ person, until: z.number() }).safeParse(kept);
    return read.success && read.data.until > this.clock.now().getTime() ? read.data.person : undefined;
  }

  setPerson(response: Response, who: Person): void {
    const kept = { person: who, until: this.clock.now().getTime() + SESSION_MS };
    const sealed = this.sealer.seal(JSON.stringify(kept), PERSON);
    response.cookie(`${this.prefix}cs-person`, sealed, { ...this.common, maxAge: SESSION_MS });
  }

  clearPerson(response: Response): void {
    response.clearCookie(`${this.prefix}cs-person`, this.common);
  }

  /** One per `state`: whoever comes back must be the browser that left. */
  setDeparture(response: Response, state: string, left: Departure): void {
    const sealed = this.sealer.seal(JSON.stringify(left), placeOf(state));
    response.cookie(this.transaction(state), sealed, { ...this.common, maxAge: TRANSACTION_MS });
  }

  takeDeparture(request: Request, response: Response, state: string): Departure | undefined {
    const name = this.transaction(state);
    response.clearCookie(name, this.common);
    const read = departure.safeParse(this.open(cookieIn(request.headers.cookie, name), placeOf(state)));
    if (!read.success) return undefined;
    return this.clock.now().getTime() - read.data.leftAt < TRANSACTION_MS ? read.data : undefined;
  }

  private transaction(state: string): string {
    return `${this.prefix}cs-person-txn-${hashOf(state).slice(0, 16)}`;
  }

  /** Nothing, where it was not sealed here, or for another place. */
  private open(sealed: string | undefined, place: readonly [string, string, string, string]): unknown {
    if (sealed === undefined) return undefined;
    try {
      return JSON.parse(this.sealer.open(decodeURIComponent(sealed), place));
    } catch {
      return undefined;
    }
  }
}

const placeOf = (state: string) => ['', 'cookies', 'departure', hashOf(state)] as const;
