import { type AttemptView, beginAttempt } from '@countersign/contracts';
import { Body, Controller, Post, Req } from '@nestjs/common';
import type { Request } from 'express';
import type { z } from 'zod';
import { ForPage } from '../common/callers.js';
import { parsed } from '../common/parsed.pipe.js';
import { RateLimit } from '../common/rate-limit.js';
import { ConnectionsService } from '../connections/index.js';
import { AttemptsService } from './attempts.service.js';
import { DemandsService } from './demands.service.js';
import { APP, originOf, pathOf, possessionOf } from './page-request.js';
import { PossessionService } from './possession.service.js';

@Controller('v1/attempts')
export class AttemptsController {
  constructor(
    private readonly connections: ConnectionsService,
    private readonly possession: PossessionService,
    private readonly attempts: AttemptsService,
    private readonly demands: DemandsService,
    private readonly limit: RateLimit,
  ) {}

  @Post()
  @ForPage()
  async begin(
    @Req() request: Request,
    @Body(parsed(beginAttempt)) body: z.output<typeof beginAttempt>,
  ): Promise<AttemptView> {
    const origin = originOf(request);
    this.limit.spendOf(request, body.brand);
    const { connection } = await this.connections.forPage(body.brand, body.connection, origin);
    const proof = possessionOf(request);
    const possession = await this.possession.judge({ proof, method: 'POST', path: pathOf(request) });
    const demanded = await this.demands.of(connection, body, possession.thumbprint);
    return this.attempts.begin(connection, body.reason, possession, origin ?? APP, demanded);
  }
}
