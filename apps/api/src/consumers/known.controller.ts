import { type ConsumerFacts, id } from '@countersign/contracts';
import { Controller, Get, Header, Param, Req } from '@nestjs/common';
import type { Request } from 'express';
import type { ApiKey } from '../brands/index.js';
import { ForBrand } from '../common/callers.js';
import { DomainError } from '../common/domain-error.js';
import { recall } from '../common/doors.js';
import { parsed } from '../common/parsed.pipe.js';
import { ConnectionsService } from '../connections/index.js';
import { subject } from '../facts/index.js';
import { ConsumersRepository } from './consumers.repository.js';
import { KnownService } from './known.service.js';

/** For a brand's own systems: within the connections of their key. */
@Controller('v1/connections/:connection')
export class KnownController {
  constructor(
    private readonly connections: ConnectionsService,
    private readonly consumers: ConsumersRepository,
    private readonly known: KnownService,
  ) {}

  @Get('consumers/:subject/facts')
  @ForBrand('facts:read')
  @Header('cache-control', 'no-store')
  async bySubject(
    @Req() request: Request,
    @Param('connection') key: string,
    @Param('subject', parsed(subject)) who: string,
  ): Promise<ConsumerFacts> {
    const { brandId, connections } = recall<ApiKey>(request);
    const { issuer } = await this.connections.byKey(brandId, key);
    const consumer = await this.consumers.idOf(brandId, issuer.url, who);
    if (consumer === undefined) throw new DomainError('consumer_not_found');
    return this.known.of(brandId, consumer, connections);
  }

  @Get('facts/:consumer')
  @ForBrand('facts:read')
  @Header('cache-control', 'no-store')
  async byId(
    @Req() request: Request,
    @Param('connection') key: string,
    @Param('consumer', parsed(id)) consumer: string,
  ): Promise<ConsumerFacts> {
    const { brandId, connections } = recall<ApiKey>(request);
    const { issuer } = await this.connections.byKey(brandId, key);
    const found = await this.known.of(brandId, consumer, connections);
    // Whom this connection's issuer does not know, it tells nothing of.
    if (found.consumer.issuer !== issuer.url) throw new DomainError('consumer_not_found');
    return found;
  }
}
