import { routes } from '@countersign/contracts';
import { type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { AuthGuard } from '@nestjs/passport';
import type { Request } from 'express';
import { AgentProviders, SignInFailed } from '../agents/index.js';
import { RateLimit } from '../common/rate-limit.js';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/env.js';
import { PERSON_STRATEGY, type PersonLeaves } from './person.strategy.js';

const { query: leaving } = routes.signUpLeave;

class Passport extends AuthGuard(PERSON_STRATEGY) {
  override handleRequest<Who>(error: unknown, who: Who): Who {
    if (error) throw error;
    if (!who) throw new SignInFailed('agent_sign_in_failed');
    return who;
  }
}

/** Sends somebody to the service's own sign-in, where there is one and brands are made. */
@Injectable()
export class PersonLeavesGuard extends Passport {
  constructor(
    private readonly providers: AgentProviders,
    private readonly limit: RateLimit,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    super();
  }

  override async getAuthenticateOptions(
    context: ExecutionContext,
  ): Promise<PersonLeaves & { session: false }> {
    const request = context.switchToHttp().getRequest<Request>();
    this.limit.spendOf(request, 'sign-up');
    const provider = this.config.SIGN_UP === 'closed' ? undefined : await this.providers.ofService();
    if (!provider) throw new SignInFailed('sign_up_closed');
    const query = leaving.safeParse(request.query);
    const hint = query.success ? query.data.hint : undefined;
    return { session: false, provider, ...(hint === undefined ? {} : { hint }) };
  }
}

/** Judges what came back. */
@Injectable()
export class PersonArrivesGuard extends Passport {
  override getAuthenticateOptions() {
    return { session: false };
  }
}
