import { appendFile } from 'node:fs/promises';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/env.js';
import type { ToErase } from './erasures.repository.js';

/**
 * Who was erased, beside the database: a backup that is restored holds them still, and the list in it is as old as it is.
 * Written before they are erased: of whoever stands here too early, nothing is lost that they did not want lost.
 */
@Injectable()
export class ErasureList {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  async add({ brandId, id, consumerId, person, at }: ToErase): Promise<void> {
    const { ERASURE_LIST: file } = this.config;
    if (file === undefined) return;
    const line = JSON.stringify({ brandId, id, consumerId, person, at: at.toISOString() });
    await appendFile(file, `${line}\n`, { mode: 0o600 });
  }
}
