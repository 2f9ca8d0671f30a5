import type { AgentView } from '@countersign/contracts';
import { Controller, Get, Header, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { BrandsService } from '../brands/index.js';
import { ForAgent } from '../common/callers.js';
import { recall } from '../common/doors.js';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/env.js';
import type { LiveAgent } from './agent.js';
import { AgentGate } from './agent-gate.js';
import { AgentCookies } from './cookies.js';

@Controller('v1/agent')
export class AgentController {
  constructor(
    private readonly brands: BrandsService,
    private readonly gate: AgentGate,
    private readonly cookies: AgentCookies,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get('me')
  @ForAgent()
  @Header('cache-control', 'no-store')
  async me(@Req() request: Request): Promise<AgentView> {
    const { brandId, agentId, name, email, role } = recall<LiveAgent>(request);
    const { slug, name: brandName, accent } = await this.brands.byId(brandId);
    return {
      agent: { id: agentId, name, email, role },
      brand: { slug, name: brandName, accent },
      demo: this.config.COUNTERSIGN_DEMO,
    };
  }

  @Post('sign-out')
  @HttpCode(204)
  @ForAgent()
  async signOut(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<void> {
    await this.gate.end(recall<LiveAgent>(request));
    this.cookies.clearSession(response);
  }
}
