import { Controller, Get, Inject, Req, Res, UseFilters, UseGuards } from '@nestjs/common';
import type { Request, Response } from 'express';
import { OpenToAnyone } from '../common/callers.js';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/env.js';
import type { SignedIn } from './agent.strategy.js';
import { AgentGate } from './agent-gate.js';
import { AgentCookies } from './cookies.js';
import { SignInFilter } from './sign-in.filter.js';
import { ArriveGuard, LeaveGuard } from './sign-in.guard.js';

@Controller('v1/agent')
@UseFilters(SignInFilter)
export class SignInController {
  constructor(
    private readonly gate: AgentGate,
    private readonly cookies: AgentCookies,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The strategy answers with the redirect: nothing is left to do. */
  @Get('sign-in')
  @OpenToAnyone()
  @UseGuards(LeaveGuard)
  leave(): void {}

  @Get('callback')
  @OpenToAnyone()
  @UseGuards(ArriveGuard)
  async arrive(@Req() request: Request, @Res() response: Response): Promise<void> {
    const { brandId, agentId, returnTo } = request.user as SignedIn;
    this.cookies.setSession(response, await this.gate.open(brandId, agentId));
    response.setHeader('cache-control', 'no-store');
    response.redirect(302, new URL(returnTo, this.config.WORKSPACE_URL).href);
  }
}
