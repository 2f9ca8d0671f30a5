import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import type { Request } from 'express';
import type Strategy from 'passport-openidconnect';
import { RelyingPartyStrategy } from '../relying-party/index.js';
import { ArrivalsService, type Arrived } from './arrivals.service.js';
import { type Departure, scopesOf } from './departures.service.js';
import { WindowStore } from './window-store.js';

export const WINDOW_STRATEGY = 'countersign-window';

/** Of the request half; without it a request is a return. */
export type LeaveOptions = { readonly departure?: Departure };

/** Code Flow of a window: how it leaves for the connection's provider, and what becomes of its return. */
@Injectable()
export class WindowStrategy extends PassportStrategy(RelyingPartyStrategy, WINDOW_STRATEGY, 3) {
  constructor(
    store: WindowStore,
    private readonly arrivals: ArrivalsService,
  ) {
    // Each connection has a callback and a nonce of its own, and so each departure.
    super({ callbackURL: 'https://callback.invalid', store });
  }

  override authenticate(
    request: Request,
    { departure }: Strategy.AuthenticateOptions & LeaveOptions = {},
  ): void {
    if (departure) this.depart(request, departure);
    else this.arrive(request);
  }

  private arrive(request: Request): void {
    this.arrivals.arrive(request, request.query, 'query').then(
      (arrived: Arrived) => this.success(arrived),
      (error: Error) => this.error(error),
    );
  }

  private depart(request: Request, { connection, attempt, provider, callback, extra }: Departure): void {
    // The window asked by a fetch, so that it can say what went wrong: it goes there itself.
    this.redirect = (location) => this.success({ location });
    const { brandId, id: connectionId } = connection;
    const state = { brandId, attemptId: attempt.id, connectionId };
    this.leave(request, provider, {
      state,
      callbackURL: callback,
      scope: scopesOf(connection).join(' '),
      extra,
    });
  }
}
