import { routes } from '@countersign/contracts';
import { type ExecutionContext, Injectable } from '@nestjs/common';
import { AuthGuard } from '@nestjs/passport';
import type { Request } from 'express';
import { RateLimit } from '../common/rate-limit.js';
import { AGENT_STRATEGY, type LeaveOptions } from './agent.strategy.js';
import { AgentProviders } from './agent-provider.js';
import { safeReturn } from './return-to.js';
import { SignInFailed } from './sign-in-failed.js';

const { query: departure } = routes.agentSignIn;

class Passport extends AuthGuard(AGENT_STRATEGY) {
  override handleRequest<Who>(error: unknown, who: Who): Who {
    if (error) throw error;
    if (!who) throw new SignInFailed('agent_sign_in_failed');
    return who;
  }
}

/** Sends an agent to the brand's provider. */
@Injectable()
export class LeaveGuard extends Passport {
  constructor(
    private readonly providers: AgentProviders,
    private readonly limit: RateLimit,
  ) {
    super();
  }

  override async getAuthenticateOptions(
    context: ExecutionContext,
  ): Promise<LeaveOptions & { session: false }> {
    const request = context.switchToHttp().getRequest<Request>();
    const query = departure.safeParse(request.query);
    if (!query.success) throw new SignInFailed('brand_unknown');
    const { brand, returnTo, hint } = query.data;
    // Each departure is remembered until it comes back, and anybody may depart.
    this.limit.spendOf(request, `agents of ${brand}`);
    const provider = await this.providers.bySlug(brand);
    return {
      session: false,
      provider,
      returnTo: safeReturn(returnTo),
      ...(hint === undefined ? {} : { hint }),
    };
  }
}

/** Judges what came back. */
@Injectable()
export class ArriveGuard extends Passport {
  override getAuthenticateOptions() {
    return { session: false };
  }
}
