import { type ArgumentsHost, Catch, type ExceptionFilter, Inject, Injectable } from '@nestjs/common';
import type { Response } from 'express';
import { Log } from '../common/log.js';
import { toProblem } from '../common/problem.js';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/env.js';
import { SignInFailed } from './sign-in-failed.js';

/** Between two pages there is nobody to read a problem document: the workspace's sign-in page is told the code. */
@Catch()
@Injectable()
export class SignInFilter implements ExceptionFilter {
  constructor(
    private readonly log: Log,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const response = host.switchToHttp().getResponse<Response>();
    if (response.headersSent) return;
    const { problem, again } = this.known(error);
    const page = new URL('/sign-in', this.config.WORKSPACE_URL);
    for (const [name, value] of Object.entries({ ...again, problem })) page.searchParams.set(name, value);
    response.setHeader('cache-control', 'no-store');
    response.redirect(302, page.href);
  }

  private known(error: unknown): Pick<SignInFailed, 'problem' | 'again'> {
    if (error instanceof SignInFailed) return error;
    const { code, status } = toProblem(error);
    if (status >= 500) this.log.failure('agent sign-in failed', error);
    const told = code === 'service_unavailable' || code === 'rate_limited';
    return { problem: told ? code : 'agent_sign_in_failed', again: {} };
  }
}
