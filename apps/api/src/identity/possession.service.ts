import { judgePossession, type Possession } from '@countersign/protocol';
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
  async require(claim: PossessionClaim): Promise<string> {
    const possession = await this.judge(claim);
    await this.spend(possession);
    return possession.thumbprint;
  }

  async judge({ proof, method, path, accessToken }: PossessionClaim): Promise<Possession> {
    const now = this.clock.now();
    const url = `${this.config.PUBLIC_URL}${path}`;
    const possession = proof ? await judgePossession({ proof, method, url, accessToken, now }) : undefined;
    if (!possession) throw new DomainError('key_proof_invalid');
    return possession;
  }

  async spend({ thumbprint, jti }: Possession): Promise<void> {
    const keepUntil = new Date(this.clock.now().getTime() + KEEP_MS);
    if (!(await this.repository.remember(thumbprint, jti, keepUntil)))
      throw new DomainError('key_proof_invalid', { detail: 'This proof of possession was used before.' });
  }
}
