import { type ArgumentsHost, Catch, type ExceptionFilter, Inject, Injectable } from '@nestjs/common';
import type { Response } from 'express';
import { SignInFailed } from '../agents/index.js';
import { Log } from '../common/log.js';
import { toProblem } from '../common/problem.js';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/env.js';

/** Between two pages nobody reads a problem document: the workspace's page is told the code. */
@Catch()
@Injectable()
export class SignUpFilter implements ExceptionFilter {
  constructor(
    private readonly log: Log,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const response = host.switchToHttp().getResponse<Response>();
    if (response.headersSent) return;
    const page = new URL('/create', this.config.WORKSPACE_URL);
    page.searchParams.set('problem', this.known(error));
    response.setHeader('cache-control', 'no-store');
    response.redirect(302, page.href);
  }

  private known(error: unknown): string {
    if (error instanceof SignInFailed) return error.problem;
    const { code, status } = toProblem(error);
    if (status >= 500) this.log.failure('sign-in to make a brand failed', error);
    return code === 'service_unavailable' || code === 'rate_limited' ? code : 'agent_sign_in_failed';
  }
}
