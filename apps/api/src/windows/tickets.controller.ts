import type { WindowTicket } from '@countersign/contracts';
import { Controller, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { credentialsOf } from '../common/bearer.js';
import { ForPage } from '../common/callers.js';
import { RateLimit } from '../common/rate-limit.js';
import { originOf, pathOf, possessionOf, SessionGate } from '../identity/index.js';
import { TicketsService } from './tickets.service.js';

@Controller('v1/windows/tickets')
export class TicketsController {
  constructor(
    private readonly gate: SessionGate,
    private readonly tickets: TicketsService,
    private readonly limit: RateLimit,
  ) {}

  @Post()
  @ForPage()
  async make(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<WindowTicket> {
    const token = credentialsOf(request, 'DPoP');
    const proof = possessionOf(request);
    const session = await this.gate.authenticate({ token, proof, method: 'POST', path: pathOf(request) });
    this.limit.spendOf(request, session.brandSlug);
    response.setHeader('cache-control', 'no-store');
    return this.tickets.make(session, originOf(request));
  }
}
