import { type ArgumentsHost, Catch, type ExceptionFilter, Inject, Injectable } from '@nestjs/common';
import type { Response } from 'express';
import { Log } from '../common/log.js';
import { toProblem } from '../common/problem.js';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/env.js';
import { failurePage } from './pages/failure-page.js';
import { sendPage } from './pages/frame.js';
import { PageFiles } from './pages/page-files.js';
import { WindowFailed } from './window-failed.js';

/** A person looks at the window: they read a sentence. */
@Catch()
@Injectable()
export class WindowFilter implements ExceptionFilter {
  constructor(
    private readonly files: PageFiles,
    private readonly log: Log,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const response = host.switchToHttp().getResponse<Response>();
    if (response.headersSent) return;
    const { status, ...page } = failurePage(this.known(error), this.files.look());
    sendPage(response, this.config.PUBLIC_URL, page, status);
  }

  private known(error: unknown): WindowFailed {
    if (error instanceof WindowFailed) return error;
    const { code, status, attempt } = toProblem(error);
    if (status >= 500) this.log.failure('a window failed', error);
    return new WindowFailed(code, {}, attempt === undefined ? {} : { attempt });
  }
}
