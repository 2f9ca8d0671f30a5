import { Inject, Injectable } from '@nestjs/common';
import ipaddr from 'ipaddr.js';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/env.js';
import { Clock } from './clock.js';
import { DomainError } from './domain-error.js';

type Bucket = { tokens: number; at: number };
const MINUTE = 60_000;
const MOST_BUCKETS = 50_000;

/** A bucket per address and brand that refills evenly. In memory: each process counts for itself. */
@Injectable()
export class RateLimit {
  private readonly buckets = new Map<string, Bucket>();

  constructor(
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @param share of the limit, for what costs others more than a request does */
  spend(address: string, brand: string, share = 1): void {
    const limit = Math.ceil(this.config.RATE_LIMIT_PER_MINUTE * share);
    const now = this.clock.now().getTime();
    const name = `${networkOf(address)} ${brand}`;
    const bucket = this.buckets.get(name) ?? { tokens: limit, at: now };
    // A clock that is set back must not take away what was left.
    const elapsed = Math.max(0, now - bucket.at);
    const tokens = Math.min(limit, bucket.tokens + (elapsed / MINUTE) * limit);
    this.buckets.delete(name);
    this.buckets.set(name, { tokens: Math.max(0, tokens - 1), at: now });
    if (this.buckets.size > MOST_BUCKETS) this.buckets.delete(this.buckets.keys().next().value ?? '');
    if (tokens < 1) throw new DomainError('rate_limited');
  }
}

/** Whoever has one address of IPv6 has the 2^64 beside it. */
function networkOf(address: string): string {
  if (!ipaddr.isValid(address)) return address;
  const parsed = ipaddr.process(address);
  return parsed instanceof ipaddr.IPv6 ? parsed.parts.slice(0, 4).join(':') : parsed.toString();
}
