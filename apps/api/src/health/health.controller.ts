import { Controller, Get } from '@nestjs/common';
import { OpenToAnyone } from '../common/callers.js';
import { DomainError } from '../common/domain-error.js';
import { HealthRepository } from './health.repository.js';

@Controller('health')
export class HealthController {
  constructor(private readonly repository: HealthRepository) {}

  @Get('live')
  @OpenToAnyone()
  live() {
    return { status: 'live' };
  }

  /** Whether the service can do its work now. */
  @Get('ready')
  @OpenToAnyone()
  async ready() {
    if (!(await this.repository.answers()))
      throw new DomainError('service_unavailable', { detail: 'The database does not answer.' });
    return { status: 'ready' };
  }
}
