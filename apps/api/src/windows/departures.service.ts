import { brandSlug, windowSignIn } from '@countersign/contracts';
import { Inject, Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { BrandsService } from '../brands/index.js';
import { Clock } from '../common/clock.js';
import { DomainError } from '../common/domain-error.js';
import { parse } from '../common/parsed.pipe.js';
import { RateLimit } from '../common/rate-limit.js';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/env.js';
import { type Connection, ConnectionsService, windowCallbackOf } from '../connections/index.js';
import {
  type Attempt,
  AttemptsService,
  askedOfProvider,
  originOf,
  PossessionService,
  ProofsService,
  pathOf,
  possessionOf,
} from '../identity/index.js';
import type { Provider } from '../relying-party/index.js';
import { WindowProviders } from './window-provider.js';
import { WindowStore } from './window-store.js';

/** A window that may leave, and what its provider has to be told. */
export type Departure = {
  readonly connection: Connection;
  readonly attempt: Attempt;
  readonly provider: Provider;
  readonly callback: string;
  /** Beside what every request has. */
  readonly extra: Readonly<Record<string, string>>;
};

/** From a window's attempt to the address it leaves for. */
@Injectable()
export class DeparturesService {
  constructor(
    private readonly brands: BrandsService,
    private readonly connections: ConnectionsService,
    private readonly possession: PossessionService,
    private readonly attempts: AttemptsService,
    private readonly proofs: ProofsService,
    private readonly providers: WindowProviders,
    private readonly store: WindowStore,
    private readonly limit: RateLimit,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Only the window itself, with the key its attempt is bound to. */
  async prepare(request: Request): Promise<Departure> {
    const slug = parse(brandSlug, request.params['brand']);
    const { attempt: id } = parse(windowSignIn, request.body);
    if (originOf(request) !== this.config.PUBLIC_URL) throw new DomainError('origin_not_allowed');
    this.limit.spendOf(request, slug);
    const brand = await this.brands.bySlug(slug);
    const proof = possessionOf(request);
    const possession = await this.possession.judge({ proof, method: 'POST', path: pathOf(request) });
    const attempt = await this.attempts.ofPresenter(brand.id, id, possession, this.config.PUBLIC_URL);
    if (!attempt) throw new DomainError('proof_rejected', { reason: 'attempt_unknown', attempt: id });
    this.mustBeFresh(attempt);
    const connection = await this.connections.ofAttempt(
      brand.id,
      attempt.connectionId,
      this.config.PUBLIC_URL,
    );
    return {
      connection,
      attempt,
      provider: await this.providerOf(connection, attempt),
      callback: windowCallbackOf(connection, this.config.PUBLIC_URL),
      extra: await this.demandsOf(connection, attempt),
    };
  }

  /** Asks for the ID token itself, and never for an access token. OpenID Connect Core 1.0, section 3.2.2.1. */
  async implicit(
    response: Response,
    { connection, attempt, provider, callback, extra }: Departure,
  ): Promise<string> {
    const { brandId, id: connectionId } = connection;
    const state = await this.store.remember(response, { brandId, attemptId: attempt.id, connectionId });
    const location = new URL(provider.authorizationEndpoint);
    const asked = {
      response_type: 'id_token',
      response_mode: connection.responseMode,
      client_id: provider.clientId,
      redirect_uri: callback,
      scope: ['openid', ...scopesOf(connection)].join(' '),
      state,
      ...extra,
    };
    for (const [name, value] of Object.entries(asked)) location.searchParams.set(name, value);
    return location.href;
  }

  /** Where the provider is down there is nowhere to go: that is what the attempt came to, and its trace says so. */
  private async providerOf(connection: Connection, attempt: Attempt): Promise<Provider> {
    const provider = await this.providers.of(connection);
    if (provider.ok) return provider.value;
    await this.proofs.nowhereToGo(connection, attempt, provider.rejection);
    const { reason } = provider.rejection;
    throw new DomainError('proof_rejected', { reason, attempt: attempt.id });
  }

  private mustBeFresh({ id, usedAt, expiresAt }: Attempt): void {
    if (usedAt !== null) throw new DomainError('proof_rejected', { reason: 'attempt_used', attempt: id });
    if (expiresAt <= this.clock.now())
      throw new DomainError('proof_rejected', { reason: 'attempt_expired', attempt: id });
  }

  private async demandsOf(connection: Connection, attempt: Attempt): Promise<Record<string, string>> {
    const challenge = await this.attempts.challengeOf(attempt);
    const { maxAge, acrValues } = askedOfProvider(connection, attempt);
    return {
      nonce: attempt.nonce,
      ...(challenge === undefined ? {} : { code_challenge: challenge, code_challenge_method: 'S256' }),
      ...(maxAge === undefined ? {} : { max_age: String(maxAge) }),
      ...(acrValues === undefined ? {} : { acr_values: acrValues.join(' ') }),
    };
  }
}

/** What a connection asks for beside `openid`. */
export const scopesOf = ({ scope }: Connection): string[] =>
  scope.split(' ').filter((one) => one !== '' && one !== 'openid');
