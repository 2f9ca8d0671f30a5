import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import type { SessionStoreCallback, SessionStoreContext } from 'passport-openidconnect';
import { Clock } from '../common/clock.js';
import { Sealer } from '../common/sealer.js';
import { hashOf, newSecret } from '../common/secrets.js';
import { AgentCookies } from './cookies.js';
import { SignInStatesRepository } from './sign-in-states.repository.js';

const LIFETIME_MS = 10 * 60_000;

/** What the library hands through for us. */
export type Departure = {
  readonly brandId: string;
  readonly returnTo: string;
  readonly codeVerifier: string;
};
export type Return = Departure & { readonly nonce: string; readonly id: string; readonly leftAt: Date };

/**
 * Remembers each way to the provider under its own `state`: in the database, and in a cookie of the browser that left.
 * (The library's own store keeps one slot per provider in a session, so that a second tab takes the first one's place.)
 */
@Injectable()
export class SignInStore {
  constructor(
    private readonly states: SignInStatesRepository,
    private readonly cookies: AgentCookies,
    private readonly sealer: Sealer,
    private readonly clock: Clock,
  ) {}

  /** The library's seam: called with the nonce it drew, answers the `state` to send. */
  store(
    request: Request,
    context: SessionStoreContext,
    departure: object | undefined,
    _meta: unknown,
    done: SessionStoreCallback,
  ): void {
    this.remember(request, context.nonce ?? '', departure as Departure).then(
      (state) => done(null, state),
      (error: Error) => done(error),
    );
  }

  /** The library's other seam. Its response half is replaced, so nobody calls it. */
  verify(): never {
    throw new Error('The response is judged by AgentStrategy.');
  }

  /** The way this browser left by; once, and within ten minutes. */
  async take(request: Request, state: string): Promise<Return | undefined> {
    const { res } = request;
    if (!res || !this.cookies.takeTransaction(request, res, state)) return undefined;
    const row = await this.states.take(hashOf(state));
    if (!row || row.expiresAt <= this.clock.now()) return undefined;
    const { brandId, id, nonce, returnTo } = row;
    const codeVerifier = this.sealer.open(row.codeVerifier, placeOf(brandId, id));
    return {
      brandId,
      id,
      nonce,
      returnTo,
      codeVerifier,
      leftAt: new Date(row.expiresAt.getTime() - LIFETIME_MS),
    };
  }

  private async remember(request: Request, nonce: string, departure: Departure): Promise<string> {
    const { brandId, returnTo, codeVerifier } = departure;
    const now = this.clock.now();
    const state = newSecret();
    const id = hashOf(state);
    const sealed = this.sealer.seal(codeVerifier, placeOf(brandId, id));
    const expiresAt = new Date(now.getTime() + LIFETIME_MS);
    await this.states.add({ brandId, id, nonce, codeVerifier: sealed, returnTo, expiresAt }, now);
    if (request.res) this.cookies.setTransaction(request.res, state);
    return state;
  }
}

const placeOf = (brandId: string, id: string) =>
  [brandId, 'agent_sign_in_states', 'code_verifier', id] as const;
