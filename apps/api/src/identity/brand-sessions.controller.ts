import { id as uuid } from '@countersign/contracts';
import { Controller, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import type { Request } from 'express';
import type { ApiKey } from '../brands/index.js';
import { ForBrand } from '../common/callers.js';
import { recall } from '../common/doors.js';
import { parsed } from '../common/parsed.pipe.js';
import { ConnectionsService } from '../connections/index.js';
import { subject } from '../facts/index.js';
import { LogoutService } from './logout/logout.service.js';
import { TraceReader } from './trace-reader.js';

/** What a brand's backend may do with sessions and attempts of its own connections. */
@Controller('v1/connections/:connection')
export class BrandSessionsController {
  constructor(
    private readonly connections: ConnectionsService,
    private readonly logout: LogoutService,
    private readonly traces: TraceReader,
  ) {}

  @Post('consumers/:subject/sessions/end')
  @HttpCode(200)
  @ForBrand('sessions:end')
  async end(
    @Req() request: Request,
    @Param('connection') key: string,
    @Param('subject', parsed(subject)) who: string,
  ) {
    const { brandId, id } = recall<ApiKey>(request);
    const connection = await this.connections.byKey(brandId, key);
    return { ended: await this.logout.byBackend(connection, who, id) };
  }

  @Get('attempts/:attempt')
  @ForBrand('traces:read')
  async trace(
    @Req() request: Request,
    @Param('connection') key: string,
    @Param('attempt', parsed(uuid)) attempt: string,
  ) {
    const { brandId, id: connectionId } = await this.connections.byKey(recall<ApiKey>(request).brandId, key);
    return this.traces.decisive(brandId, attempt, connectionId);
  }
}
