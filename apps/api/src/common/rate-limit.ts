import { Inject, Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/env.js';
import { Clock } from './clock.js';
import { DomainError } from './domain-error.js';
import { networkOf } from './network.js';

type Bucket = { tokens: number; at: number };
/** How much is allowed in a minute, and what is left of it. */
type Allowance = { readonly limit: number; readonly left: number; readonly refusedFor: number | undefined };

const MINUTE = 60_000;
const MOST_BUCKETS = 50_000;
/** Of the limit of one address: what all addresses together may ask of one brand. */
const OF_A_BRAND = 100;

/** Buckets that refill evenly: of an address at a brand, of a brand, of a consumer. In memory: each process counts for itself. */
@Injectable()
export class RateLimit {
  private readonly buckets = new Map<string, Bucket>();

  constructor(
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @param share of the limit, for what costs others more, or less, than a request does */
  spend(address: string, brand: string, share = 1): void {
    refuse(this.take(`${networkOf(address)} ${brand}`, share));
  }

  /**
   * What one request costs its address and its brand. The answer says what is left to the address; of the brand only that
   * nothing is: how busy it is concerns nobody else.
   */
  spendOf(request: Request, brand: string, share = 1): void {
    const mine = this.take(`${networkOf(request.ip ?? '')} ${brand}`, share);
    tell(request, 'address', mine);
    refuse(mine);
    const all = this.take(`everybody ${brand}`, share * OF_A_BRAND);
    if (all.refusedFor !== undefined) tell(request, 'brand', all);
    refuse(all);
  }

  private take(name: string, share: number): Allowance {
    const limit = Math.ceil(this.config.RATE_LIMIT_PER_MINUTE * share);
    const now = this.clock.now().getTime();
    const bucket = this.buckets.get(name) ?? { tokens: limit, at: now };
    // A clock that is set back must not take away what was left.
    const elapsed = Math.max(0, now - bucket.at);
    const tokens = Math.min(limit, bucket.tokens + (elapsed / MINUTE) * limit);
    const rest = tokens < 1 ? tokens : tokens - 1;
    this.buckets.delete(name);
    this.buckets.set(name, { tokens: rest, at: now });
    if (this.buckets.size > MOST_BUCKETS) this.buckets.delete(this.buckets.keys().next().value ?? '');
    const refusedFor = tokens < 1 ? Math.max(1, Math.ceil(((1 - tokens) * 60) / limit)) : undefined;
    return { limit, left: Math.floor(rest), refusedFor };
  }
}

function tell({ res }: Request, whose: string, { limit, left, refusedFor }: Allowance): void {
  res?.setHeader('ratelimit-policy', `"${whose}";q=${limit};w=60`);
  res?.setHeader('ratelimit', `"${whose}";r=${left};t=${refusedFor ?? 60}`);
}

function refuse({ refusedFor }: Allowance): void {
  if (refusedFor !== undefined) throw new DomainError('rate_limited', { retryAfter: refusedFor });
}
