import { brandSlug, id, type WebhookInput, webhookInput } from '@countersign/contracts';
import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { BrandsService } from '../brands/index.js';
import { ForOperator } from '../common/callers.js';
import { parsed } from '../common/parsed.pipe.js';
import { EndpointsService } from './endpoints.service.js';

/** The same for whoever runs the service. */
@Controller('v1/operator/brands/:brand/webhooks')
export class OperatorWebhooksController {
  constructor(
    private readonly brands: BrandsService,
    private readonly endpoints: EndpointsService,
  ) {}

  @Get()
  @ForOperator()
  async list(@Param('brand', parsed(brandSlug)) slug: string) {
    return this.endpoints.list((await this.brands.bySlug(slug)).id);
  }

  @Post()
  @ForOperator()
  async make(
    @Param('brand', parsed(brandSlug)) slug: string,
    @Body(parsed(webhookInput)) input: WebhookInput,
  ) {
    return this.endpoints.make((await this.brands.bySlug(slug)).id, 'operator', input);
  }

  @Delete(':webhook')
  @HttpCode(204)
  @ForOperator()
  async remove(
    @Param('brand', parsed(brandSlug)) slug: string,
    @Param('webhook', parsed(id)) webhook: string,
  ): Promise<void> {
    return this.endpoints.remove((await this.brands.bySlug(slug)).id, 'operator', webhook);
  }
}
