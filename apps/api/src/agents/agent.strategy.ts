import { Inject, Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import type { Request } from 'express';
import type Strategy from 'passport-openidconnect';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/env.js';
import { RelyingPartyStrategy } from '../relying-party/index.js';
import { AdmissionService } from './admission.service.js';
import { AgentJudge } from './agent-judge.js';
import { type AgentProvider, AgentProviders } from './agent-provider.js';
import { authorizationRequest, authorizationResponse } from './authorization.js';
import { SignInFailed } from './sign-in-failed.js';
import { type Departure, SignInStore } from './sign-in-store.js';

export const AGENT_STRATEGY = 'countersign-agent';

/** Of the request half; without it a request is a return. */
export type LeaveOptions = {
  readonly provider: AgentProvider;
  readonly returnTo: string;
  readonly hint?: string;
};
export type SignedIn = { readonly brandId: string; readonly agentId: string; readonly returnTo: string };

/** How agents leave for their brand's provider, and what becomes of them when they return. */
@Injectable()
export class AgentStrategy extends PassportStrategy(RelyingPartyStrategy, AGENT_STRATEGY, 3) {
  private readonly callback: string;

  constructor(
    private readonly store: SignInStore,
    private readonly providers: AgentProviders,
    private readonly judge: AgentJudge,
    private readonly admission: AdmissionService,
    @Inject(CONFIG) { PUBLIC_URL }: Config,
  ) {
    const callbackURL = `${PUBLIC_URL}/v1/agent/callback`;
    // The library's types call `nonce` a text; any text makes it draw one.
    super({ callbackURL, store, nonce: 'yes', scope: ['email', 'profile'] });
    this.callback = callbackURL;
  }

  override authenticate(
    request: Request,
    options: Strategy.AuthenticateOptions & Partial<LeaveOptions> = {},
  ): void {
    const { provider, returnTo = '/', hint } = options;
    const done = provider
      ? this.depart(request, { provider, returnTo, ...(hint === undefined ? {} : { hint }) })
      : this.arrive(request).then((signedIn) => this.success(signedIn));
    done.catch((error: Error) => this.error(error));
  }

  private async depart(request: Request, { provider, returnTo, hint }: LeaveOptions): Promise<void> {
    const { to, codeVerifier, extra, who } = await authorizationRequest(provider, hint);
    const state: Departure = { brandId: provider.brand.id, returnTo, codeVerifier };
    this.leave(request, to, { state, extra, ...who });
  }

  private async arrive(request: Request): Promise<SignedIn> {
    const query = authorizationResponse.safeParse(request.query);
    const way = query.success ? await this.store.take(request, query.data.state) : undefined;
    if (!query.success || !way) throw new SignInFailed('agent_sign_in_failed');
    const provider = await this.providers.byId(way.brandId);
    const { code, error, iss } = query.data;
    const again = { brand: provider.brand.slug, returnTo: way.returnTo };
    if (error === 'access_denied') throw new SignInFailed('agent_sign_in_cancelled', again);
    if (code === undefined) throw new SignInFailed('agent_sign_in_failed', again);
    try {
      const claims = await this.judge.judge(provider, way, { code, iss }, this.callback);
      const agentId = await this.admission.admit(provider, claims);
      return { brandId: way.brandId, agentId, returnTo: way.returnTo };
    } catch (cause) {
      throw cause instanceof SignInFailed ? new SignInFailed(cause.problem, again, { cause }) : cause;
    }
  }
}
