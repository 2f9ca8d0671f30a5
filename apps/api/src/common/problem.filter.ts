import { type ArgumentsHost, Catch, type ExceptionFilter, Injectable } from '@nestjs/common';
import type { Response } from 'express';
import { Telemetry } from '../telemetry/index.js';
import { Log } from './log.js';
import { toProblem } from './problem.js';

@Catch()
@Injectable()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    private readonly log: Log,
    private readonly telemetry: Telemetry,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const problem = toProblem(error);
    this.telemetry.count('refusals', { reason: problem.code });
    if (problem.status >= 500) this.log.failure(problem.code, error);
    const response = host.switchToHttp().getResponse<Response>();
    if (response.headersSent) return;
    if (problem.status === 401) response.setHeader('www-authenticate', 'DPoP');
    if (problem.retryAfter) response.setHeader('retry-after', String(problem.retryAfter));
    response.status(problem.status).type('application/problem+json').setHeader('cache-control', 'no-store');
    response.send(JSON.stringify(problem));
  }
}
