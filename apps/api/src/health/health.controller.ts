import { Controller, Get, Res } from '@nestjs/common';
import type { Response } from 'express';
import { OpenToAnyone } from '../common/callers.js';
import { DomainError } from '../common/domain-error.js';
import { Readiness, type Standing } from '../common/readiness.js';

@Controller('health')
export class HealthController {
  constructor(private readonly readiness: Readiness) {}

  @Get('live')
  @OpenToAnyone()
  live() {
    return { status: 'live' };
  }

  /** Whether the service can do its work now. Anybody may ask: they get names and states, and no more. */
  @Get('ready')
  @OpenToAnyone()
  async ready(@Res({ passthrough: true }) response: Response): Promise<Standing> {
    const standing = await this.readiness.look();
    response.setHeader('cache-control', 'no-store');
    if (standing.status === 'unready' || standing.status === 'draining')
      throw new DomainError('service_unavailable', { detail: inWords(standing) });
    return standing;
  }
}

const inWords = ({ status, parts }: Standing): string =>
  [status, ...Object.entries(parts).map(([name, state]) => `${name} ${state}`)].join(', ');
