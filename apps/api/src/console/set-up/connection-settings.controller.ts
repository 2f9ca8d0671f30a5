import {
  type ConnectionSettingsView,
  connectionKey,
  connectionSettings,
  type Discovered,
  type DraftView,
  discover,
  keepDraft,
  type Previewed,
  previewFacts,
} from '@countersign/contracts';
import { Body, Controller, Delete, Get, Header, HttpCode, Param, Post, Put, Req } from '@nestjs/common';
import type { Request } from 'express';
import type { z } from 'zod';
import type { LiveAgent } from '../../agents/index.js';
import { ForBuilder } from '../../common/callers.js';
import { recall } from '../../common/doors.js';
import { parsed } from '../../common/parsed.pipe.js';
import { ConnectionSettings } from './connection-settings.service.js';
import { DiscoveryService } from './discovery.service.js';
import { DraftsService } from './drafts.service.js';
import { PreviewService } from './preview.service.js';

/** A connection from an issuer's address to its settings, step by step. */
@Controller('v1/console')
export class ConnectionSettingsController {
  constructor(
    private readonly settings: ConnectionSettings,
    private readonly discovery: DiscoveryService,
    private readonly drafts: DraftsService,
    private readonly previews: PreviewService,
  ) {}

  @Post('discover')
  @HttpCode(200)
  @ForBuilder()
  discover(
    @Req() request: Request,
    @Body(parsed(discover)) { issuer }: z.output<typeof discover>,
  ): Promise<Discovered> {
    return this.discovery.discover(recall<LiveAgent>(request), issuer);
  }

  @Get('draft')
  @ForBuilder()
  @Header('cache-control', 'no-store')
  draft(@Req() request: Request): Promise<DraftView> {
    return this.drafts.read(recall<LiveAgent>(request));
  }

  @Put('draft')
  @ForBuilder()
  keep(
    @Req() request: Request,
    @Body(parsed(keepDraft)) draft: z.output<typeof keepDraft>,
  ): Promise<DraftView> {
    return this.drafts.keep(recall<LiveAgent>(request), draft);
  }

  @Delete('draft')
  @HttpCode(204)
  @ForBuilder()
  drop(@Req() request: Request): Promise<void> {
    return this.drafts.drop(recall<LiveAgent>(request));
  }

  @Post('preview')
  @HttpCode(200)
  @ForBuilder()
  @Header('cache-control', 'no-store')
  preview(@Body(parsed(previewFacts)) given: z.output<typeof previewFacts>): Previewed {
    return this.previews.preview(given);
  }

  @Post('connections')
  @ForBuilder()
  make(
    @Req() request: Request,
    @Body(parsed(connectionSettings)) said: z.output<typeof connectionSettings>,
  ): Promise<ConnectionSettingsView> {
    return this.settings.make(recall<LiveAgent>(request), said);
  }

  @Get('connections/:connection/settings')
  @ForBuilder()
  @Header('cache-control', 'no-store')
  view(
    @Req() request: Request,
    @Param('connection', parsed(connectionKey)) key: string,
  ): Promise<ConnectionSettingsView> {
    return this.settings.view(recall<LiveAgent>(request).brandId, key);
  }

  @Put('connections/:connection/settings')
  @ForBuilder()
  change(
    @Req() request: Request,
    @Param('connection', parsed(connectionKey)) key: string,
    @Body(parsed(connectionSettings)) said: z.output<typeof connectionSettings>,
  ): Promise<ConnectionSettingsView> {
    return this.settings.change(recall<LiveAgent>(request), key, said);
  }

  @Delete('connections/:connection')
  @HttpCode(204)
  @ForBuilder()
  remove(@Req() request: Request, @Param('connection', parsed(connectionKey)) key: string): Promise<void> {
    return this.settings.remove(recall<LiveAgent>(request), key);
  }
}
