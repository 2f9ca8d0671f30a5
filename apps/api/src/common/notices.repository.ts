import { createListener, type Listener } from '@countersign/database';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/env.js';

const CHANNEL = 'countersign';

/** What is heard, until it is stopped or the line is lost. */
export type Hearing = {
  /** Throws when the line is dead without having said so. */
  check(): Promise<void>;
  stop(): Promise<void>;
};

/** What transactions tell by NOTIFY: heard when they are committed, and never of one that was not. */
@Injectable()
export class NoticesRepository {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  async listen(heard: (text: string) => void, lost: () => void): Promise<Hearing> {
    const line = createListener(this.config.DATABASE_URL);
    line.on('notification', ({ payload }) => heard(payload ?? ''));
    line.on('error', () => undefined);
    line.on('end', lost);
    try {
      await line.connect();
      await line.query(`LISTEN ${CHANNEL}`);
    } catch (error) {
      line.removeListener('end', lost);
      await hangUp(line);
      throw error;
    }
    return {
      check: async () => void (await line.query('SELECT 1')),
      stop: async () => {
        line.removeListener('end', lost);
        await hangUp(line);
      },
    };
  }
}

const hangUp = (line: Listener): Promise<void> => line.end().catch(() => undefined);
