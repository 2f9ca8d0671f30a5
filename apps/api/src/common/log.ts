import { Inject, Injectable } from '@nestjs/common';
import { type Logger, pino } from 'pino';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/env.js';
import { errorCodeOf } from './error-code.js';

/**
 * Structured lines on stdout. What may be logged is named at each call: never a body, a header, a query,
 * a token, a code or a profile.
 */
@Injectable()
export class Log {
  private readonly logger: Logger;

  constructor(@Inject(CONFIG) { LOG_LEVEL }: Config) {
    const pretty = process.stdout.isTTY ? { transport: { target: 'pino-pretty' } } : {};
    this.logger = pino({ name: 'api', level: LOG_LEVEL, ...pretty });
  }

  info(event: string, fields: Record<string, string | number | boolean | null> = {}): void {
    this.logger.info(fields, event);
  }

  warn(event: string, fields: Record<string, string | number | boolean | null> = {}): void {
    this.logger.warn(fields, event);
  }

  /** Name and stack only: a driver's message may quote the row it failed on. */
  failure(event: string, error: unknown): void {
    const stack =
      error instanceof Error ? error.stack?.split('\n').filter((line) => line.startsWith('    at ')) : [];
    const name = error instanceof Error ? error.name : typeof error;
    this.logger.error({ error: name, code: errorCodeOf(error), at: stack?.slice(0, 8) }, event);
  }
}
