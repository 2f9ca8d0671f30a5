import { type PushFacts, pushFacts } from '@countersign/contracts';
import { Body, Controller, Param, Put, Req } from '@nestjs/common';
import type { Request } from 'express';
import type { ApiKey } from '../brands/index.js';
import { ForBrand } from '../common/callers.js';
import { recall } from '../common/doors.js';
import { parsed } from '../common/parsed.pipe.js';
import { ConnectionsService } from '../connections/index.js';
import { PushService } from './push.service.js';
import { subject } from './subject.js';

@Controller('v1/connections/:connection/consumers/:subject')
export class PushController {
  constructor(
    private readonly connections: ConnectionsService,
    private readonly facts: PushService,
  ) {}

  @Put('facts')
  @ForBrand('facts:write')
  async push(
    @Req() request: Request,
    @Param('connection') key: string,
    @Param('subject', parsed(subject)) who: string,
    @Body(parsed(pushFacts)) body: PushFacts,
  ) {
    const { brandId } = recall<ApiKey>(request);
    return this.facts.push(await this.connections.byKey(brandId, key), who, body);
  }
}
