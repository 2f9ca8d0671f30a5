import { type Right } from '@countersign/contracts';
import { Inject, Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { DomainError } from '../common/domain-error.js';
import { AgentDoor, remember } from '../common/doors.js';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/env.js';
import { mustHave } from './agent.js';
import { AgentGate } from './agent-gate.js';
import { AgentCookies } from './cookies.js';

/** By cookie; and since a cookie travels by itself, whatever writes must come from the workspace. */
@Injectable()
export class AgentCookieDoor extends AgentDoor {
  private readonly workspace: string;

  constructor(
    private readonly gate: AgentGate,
    private readonly cookies: AgentCookies,
    @Inject(CONFIG) { WORKSPACE_URL }: Config,
  ) {
    super();
    this.workspace = new URL(WORKSPACE_URL).origin;
  }

  override async admit(request: Request, right: Right): Promise<void> {
    const { origin, cookie } = request.headers;
    const reads = request.method === 'GET' || request.method === 'HEAD';
    if (origin === undefined ? !reads : origin !== this.workspace)
      throw new DomainError('origin_not_allowed', { detail: 'Only the agent workspace may ask this.' });
    const agent = await this.gate.admit(this.cookies.session(cookie));
    mustHave(agent, right);
    remember(request, agent);
  }
}
