import { isAuthoritativeEmail } from '@countersign/protocol';
import { Inject, Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import type { Request } from 'express';
import type Strategy from 'passport-openidconnect';
import type { SessionStoreCallback, SessionStoreContext } from 'passport-openidconnect';
import {
  AgentJudge,
  AgentProviders,
  authorizationRequest,
  authorizationResponse,
  SignInFailed,
  type SignInProvider,
} from '../agents/index.js';
import { Clock } from '../common/clock.js';
import { hashOf, newSecret } from '../common/secrets.js';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/env.js';
import { emailAuthorityOf } from '../connections/index.js';
import { RelyingPartyStrategy } from '../relying-party/index.js';
import type { Person } from './person.js';
import { PersonCookies } from './person-cookies.js';

export const PERSON_STRATEGY = 'countersign-person';

/** Of the request half; without it a request is a return. */
export type PersonLeaves = { readonly provider: SignInProvider; readonly hint?: string };

/** How people leave for the service's own sign-in; what comes back is judged like an agent's. */
@Injectable()
export class PersonStrategy extends PassportStrategy(RelyingPartyStrategy, PERSON_STRATEGY, 3) {
  private readonly callback: string;

  constructor(
    private readonly cookies: PersonCookies,
    private readonly providers: AgentProviders,
    private readonly judge: AgentJudge,
    clock: Clock,
    @Inject(CONFIG) { PUBLIC_URL }: Config,
  ) {
    const callbackURL = `${PUBLIC_URL}/v1/sign-up/callback`;
    const store = storeOf(cookies, clock);
    // The library's types call `nonce` a text; any text makes it draw one.
    super({ callbackURL, store, nonce: 'yes', scope: ['email', 'profile'] });
    this.callback = callbackURL;
  }

  override authenticate(
    request: Request,
    options: Strategy.AuthenticateOptions & Partial<PersonLeaves> = {},
  ): void {
    const { provider, hint } = options;
    const done = provider
      ? this.depart(request, provider, hint)
      : this.arrive(request).then((person) => this.success(person));
    done.catch((error: Error) => this.error(error));
  }

  private async depart(request: Request, provider: SignInProvider, hint: string | undefined): Promise<void> {
    const { to, codeVerifier, extra, who } = await authorizationRequest(provider, hint);
    this.leave(request, to, { state: { codeVerifier }, extra, ...who });
  }

  private async arrive(request: Request): Promise<Person> {
    const query = authorizationResponse.safeParse(request.query);
    const left =
      query.success && request.res
        ? this.cookies.takeDeparture(request, request.res, query.data.state)
        : undefined;
    const provider = await this.providers.ofService();
    if (!query.success || !left || !provider) throw new SignInFailed('agent_sign_in_failed');
    const { code, error, iss, state } = query.data;
    if (error === 'access_denied') throw new SignInFailed('agent_sign_in_cancelled');
    if (code === undefined) throw new SignInFailed('agent_sign_in_failed');
    const way = { ...left, id: hashOf(state), leftAt: new Date(left.leftAt) };
    const claims = await this.judge.judge(provider, way, { code, iss }, this.callback);
    const issuer = provider.issuer.url;
    const proven = isAuthoritativeEmail(claims, emailAuthorityOf(issuer));
    return {
      issuer,
      subject: claims.sub,
      name: (claims.name ?? claims.email ?? '').trim().slice(0, 80) || 'Admin',
      email: proven ? (claims.email ?? null) : null,
    };
  }
}

/** The library's seams: it draws a nonce, and is told the `state` to send. */
const storeOf = (cookies: PersonCookies, clock: Clock) => ({
  store(
    request: Request,
    context: SessionStoreContext,
    departure: object | undefined,
    _meta: unknown,
    done: SessionStoreCallback,
  ): void {
    const { codeVerifier } = departure as { codeVerifier: string };
    const state = newSecret();
    const left = { nonce: context.nonce ?? '', codeVerifier, leftAt: clock.now().getTime() };
    if (request.res) cookies.setDeparture(request.res, state, left);
    done(null, state);
  },
  /** Its response half is replaced, so nobody calls it. */
  verify(): never {
    throw new Error('The response is judged by PersonStrategy.');
  },
});
