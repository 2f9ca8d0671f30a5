import { Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { SessionStoreCallback, SessionStoreContext } from 'passport-openidconnect';
import { Clock } from '../common/clock.js';
import { hashOf, newSecret } from '../common/secrets.js';
import type { Connection } from '../connections/index.js';
import { WindowCookies } from './window-cookies.js';
import { type WindowTransaction, WindowTransactionsRepository } from './window-transactions.repository.js';

const LIFETIME_MS = 10 * 60_000;

/** What is remembered of a window that leaves. */
export type Way = Pick<WindowTransaction, 'brandId' | 'attemptId' | 'connectionId'>;

/**
 * Remembers each way to the provider under its own `state`: in the database, and in a cookie of the browser that left.
 * Nonce and verifier are the attempt's, and stay with it.
 */
@Injectable()
export class WindowStore {
  constructor(
    private readonly transactions: WindowTransactionsRepository,
    private readonly cookies: WindowCookies,
    private readonly clock: Clock,
  ) {}

  /** The library's seam: answers the `state` to send. */
  store(
    { res }: Request,
    _context: SessionStoreContext,
    way: object | undefined,
    _meta: unknown,
    done: SessionStoreCallback,
  ): void {
    this.remember(res as Response, way as Way).then(
      (state) => done(null, state),
      (error: Error) => done(error),
    );
  }

  /** The library's other seam. Its response half is replaced, so nobody calls it. */
  verify(): never {
    throw new Error('The response is judged by ArrivalsService.');
  }

  async remember(response: Response, { brandId, attemptId, connectionId }: Way): Promise<string> {
    const now = this.clock.now();
    const state = newSecret();
    const expiresAt = new Date(now.getTime() + LIFETIME_MS);
    await this.transactions.add({ brandId, id: hashOf(state), attemptId, connectionId, expiresAt }, now);
    this.cookies.setTransaction(response, state);
    return state;
  }

  /** The way this browser left by, to this connection; once, and within ten minutes. */
  async take(
    request: Request,
    response: Response,
    { brandId, id }: Pick<Connection, 'brandId' | 'id'>,
    state: string,
  ): Promise<Way | undefined> {
    if (!this.cookies.leftWith(request, state)) return undefined;
    const way = await this.transactions.take(brandId, hashOf(state), id);
    if (way) this.cookies.clearTransaction(response, state);
    return way && way.expiresAt > this.clock.now() ? way : undefined;
  }
}
