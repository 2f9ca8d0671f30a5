import { judgePossession } from '@countersign/protocol';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { DomainError } from '../common/domain-error.js';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/env.js';
import { PossessionsRepository, type Spendable } from './possessions.repository.js';

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

  /** Who holds the key. The proof counts once: whoever goes on with it spends it, or stores what it is spent on. */
  async judge({ proof, method, path, accessToken }: PossessionClaim): Promise<Spendable> {
    const now = this.clock.now();
    const url = `${this.config.PUBLIC_URL}${path}`;
    const possession = proof ? await judgePossession({ proof, method, url, accessToken, now }) : undefined;
    if (!possession) throw new DomainError('key_proof_invalid');
    return { ...possession, keepUntil: new Date(now.getTime() + KEEP_MS) };
  }

  async spend(possession: Spendable): Promise<void> {
    if (!(await this.repository.remember(possession))) throw spentBefore();
  }
}

export const spentBefore = () =>
  new DomainError('key_proof_invalid', { detail: 'This proof of possession was used before.' });
