import { brandSlug, connectionKey, type EmbedView } from '@countersign/contracts';
import { Controller, Get, Inject, Param, Query, Req } from '@nestjs/common';
import type { Request } from 'express';
import { ForPage } from '../common/callers.js';
import { Clock } from '../common/clock.js';
import { parsed } from '../common/parsed.pipe.js';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/env.js';
import { ConnectionsService, methodForPage } from '../connections/index.js';
import { DutyService } from '../duty/index.js';
import { originOf } from '../identity/index.js';

@Controller('v1/embed/:brand')
export class EmbedController {
  constructor(
    private readonly connections: ConnectionsService,
    private readonly duty: DutyService,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get()
  @ForPage()
  async view(
    @Req() request: Request,
    @Param('brand', parsed(brandSlug)) slug: string,
    @Query('connection', parsed(connectionKey)) key: string,
  ): Promise<EmbedView> {
    const { PUBLIC_URL } = this.config;
    // A browser names no origin when a page reads from where it came: it says so in another way.
    const ownPage = request.headers['sec-fetch-site'] === 'same-origin';
    const origin = originOf(request) ?? (ownPage ? PUBLIC_URL : undefined);
    const { brand, connection } = await this.connections.forPage(slug, key, origin);
    if (origin !== undefined && origin !== PUBLIC_URL)
      await this.connections.noteSeen(connection, origin, this.clock.now());
    return {
      brand: { slug: brand.slug, name: brand.name, accent: brand.accent, look: brand.look },
      connection: {
        key: connection.key,
        flow: connection.flow,
        method: methodForPage(connection),
        // A window leaves for the provider: never unasked, and only from a click.
        interactive: connection.interactive || origin === PUBLIC_URL,
        window: connection.window,
        stepUp: connection.stepUp !== null,
        refresh: connection.refresh,
      },
      minimum: connection.minimum,
      onRejected: connection.onRejected,
      answering: await this.duty.answering(brand.id),
      demo: this.config.COUNTERSIGN_DEMO,
      now: this.clock.now().toISOString(),
    };
  }
}
