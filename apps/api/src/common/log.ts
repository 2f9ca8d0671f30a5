import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { type Logger, pino } from 'pino';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/env.js';
import { errorCodeOf } from './error-code.js';

/**
 * Structured lines on stdout. What may be logged is named at each call: never a body, a header, a query,
 * a token, a code or a profile.
 */
@Injectable()
export class Log implements OnApplicationShutdown {
  private readonly logger: Logger;
  /** Nobody waits for a line to be written: what comes meanwhile goes out with the next. */
  private readonly lines = pino.destination({ sync: false });

  constructor(@Inject(CONFIG) { LOG_LEVEL }: Config) {
    const options = { name: 'api', level: LOG_LEVEL };
    this.logger = process.stdout.isTTY
      ? pino({ ...options, transport: { target: 'pino-pretty' } })
      : pino(options, this.lines);
  }

  /** A process that exits writes what is left; one that a signal ends does not. */
  onApplicationShutdown(): void {
    this.lines.flushSync();
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
