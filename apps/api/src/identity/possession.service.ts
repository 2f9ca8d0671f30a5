import { judgePossession } from '@countersign/protocol';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { DomainError } from '../common/domain-error.js';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/env.js';
import { PossessionsRepository } from './possessions.repository.js';

/** Both sides of the leeway, and some. */
const KEEP_MS = 150_000;

export type PossessionClaim = {
  readonly proof: string | undefined;
  readonly method: string;
  readonly path: string;
  readonly accessToken?: string | undefined;
};

/** Who holds which key. */
@Injectable()
export class PossessionService {
  constructor(
    private readonly repository: PossessionsRepository,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The key's thumbprint. Each proof counts once. */
  async require({ proof, method, path, accessToken }: PossessionClaim): Promise<string> {
    const now = this.clock.now();
    const url = `${this.config.PUBLIC_URL}${path}`;
    const possession = proof ? await judgePossession({ proof, method, url, accessToken, now }) : undefined;
    if (!possession) throw new DomainError('key_proof_invalid');
    const keepUntil = new Date(now.getTime() + KEEP_MS);
    if (!(await this.repository.remember(possession.thumbprint, possession.jti, keepUntil)))
      throw new DomainError('key_proof_invalid', { detail: 'This proof of possession was used before.' });
    return possession.thumbprint;
  }
}
