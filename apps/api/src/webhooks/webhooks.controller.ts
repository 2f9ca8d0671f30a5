import {
  deliveryQuery,
  id,
  replayFailed,
  type WebhookChange,
  type WebhookInput,
  webhookChange,
  webhookInput,
} from '@countersign/contracts';
import {
  Body,
  Controller,
  Delete,
  Get,
  Header,
  HttpCode,
  Param,
  Post,
  Put,
  Query,
  Req,
} from '@nestjs/common';
import type { Request } from 'express';
import type { z } from 'zod';
import type { LiveAgent } from '../agents/index.js';
import { ForBuilder } from '../common/callers.js';
import { recall } from '../common/doors.js';
import { parsed } from '../common/parsed.pipe.js';
import { RateLimit } from '../common/rate-limit.js';
import { DeliveryLogService } from './delivery-log.service.js';
import { EndpointsService } from './endpoints.service.js';

const who = (request: Request) => {
  const { brandId, agentId } = recall<LiveAgent>(request);
  return [brandId, `agent ${agentId}`] as const;
};
/** Of the limit of an agent: who is sent to is somebody else's server, and has not asked. */
const OF_MANY = 1 / 4;
const webhook = () => Param('webhook', parsed(id));
const delivery = () => Param('delivery', parsed(id));

/** Where a brand's events go, for its developers. */
@Controller('v1/console/webhooks')
export class WebhooksController {
  constructor(
    private readonly endpoints: EndpointsService,
    private readonly log: DeliveryLogService,
    private readonly limit: RateLimit,
  ) {}

  @Get()
  @ForBuilder()
  @Header('cache-control', 'no-store')
  list(@Req() request: Request) {
    return this.endpoints.list(recall<LiveAgent>(request).brandId);
  }

  @Post()
  @ForBuilder()
  @Header('cache-control', 'no-store')
  make(@Req() request: Request, @Body(parsed(webhookInput)) input: WebhookInput) {
    return this.endpoints.make(...who(request), input);
  }

  @Get(':webhook')
  @ForBuilder()
  @Header('cache-control', 'no-store')
  view(@Req() request: Request, @webhook() one: string) {
    return this.endpoints.view(recall<LiveAgent>(request).brandId, one);
  }

  @Put(':webhook')
  @ForBuilder()
  @Header('cache-control', 'no-store')
  change(
    @Req() request: Request,
    @webhook() one: string,
    @Body(parsed(webhookChange)) wanted: WebhookChange,
  ) {
    return this.endpoints.change(...who(request), one, wanted);
  }

  @Delete(':webhook')
  @HttpCode(204)
  @ForBuilder()
  remove(@Req() request: Request, @webhook() one: string): Promise<void> {
    return this.endpoints.remove(...who(request), one);
  }

  @Post(':webhook/rotate')
  @HttpCode(200)
  @ForBuilder()
  @Header('cache-control', 'no-store')
  rotate(@Req() request: Request, @webhook() one: string) {
    return this.endpoints.rotate(...who(request), one);
  }

  @Post(':webhook/test')
  @HttpCode(200)
  @ForBuilder()
  test(@Req() request: Request, @webhook() one: string) {
    this.spend(request, OF_MANY);
    return this.log.test(recall<LiveAgent>(request).brandId, one);
  }

  @Get(':webhook/deliveries')
  @ForBuilder()
  @Header('cache-control', 'no-store')
  page(
    @Req() request: Request,
    @webhook() one: string,
    @Query(parsed(deliveryQuery)) query: z.output<typeof deliveryQuery>,
  ) {
    return this.log.page(recall<LiveAgent>(request).brandId, one, query);
  }

  @Get(':webhook/deliveries/:delivery')
  @ForBuilder()
  @Header('cache-control', 'no-store')
  detail(@Req() request: Request, @webhook() one: string, @delivery() which: string) {
    return this.log.detail(...who(request), one, which);
  }

  @Post(':webhook/deliveries/:delivery/replay')
  @HttpCode(200)
  @ForBuilder()
  replay(@Req() request: Request, @webhook() one: string, @delivery() which: string) {
    this.spend(request);
    return this.log.replay(...who(request), one, which);
  }

  @Post(':webhook/replay')
  @HttpCode(200)
  @ForBuilder()
  replayFailed(
    @Req() request: Request,
    @webhook() one: string,
    @Body(parsed(replayFailed)) { since }: z.output<typeof replayFailed>,
  ) {
    this.spend(request, OF_MANY);
    return this.log.replayFailed(...who(request), one, new Date(since));
  }

  private spend(request: Request, share = 1): void {
    this.limit.spend(recall<LiveAgent>(request).agentId, `webhooks ${share}`, share);
  }
}
