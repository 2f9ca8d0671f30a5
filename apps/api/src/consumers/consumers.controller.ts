import {
  brandSlug,
  type ConsumerExport,
  type ErasedView,
  type FoundConsumer,
  findConsumer,
  id,
} from '@countersign/contracts';
import { Controller, Delete, Get, Param, Query } from '@nestjs/common';
import type { z } from 'zod';
import { BrandsService } from '../brands/index.js';
import { ForOperator } from '../common/callers.js';
import { parsed } from '../common/parsed.pipe.js';
import { ConsumersService } from './consumers.service.js';

@Controller('v1/operator/brands/:brand')
export class ConsumersController {
  constructor(
    private readonly brands: BrandsService,
    private readonly consumers: ConsumersService,
  ) {}

  @Get('consumers')
  @ForOperator()
  async find(
    @Param('brand', parsed(brandSlug)) slug: string,
    @Query(parsed(findConsumer)) { issuer, subject }: z.output<typeof findConsumer>,
  ): Promise<FoundConsumer> {
    return this.consumers.find(await this.idOf(slug), issuer, subject);
  }

  @Get('consumers/:consumer/export')
  @ForOperator()
  async export(
    @Param('brand', parsed(brandSlug)) slug: string,
    @Param('consumer', parsed(id)) consumer: string,
  ): Promise<ConsumerExport> {
    return this.consumers.export(await this.idOf(slug), consumer);
  }

  @Delete('consumers/:consumer')
  @ForOperator()
  async erase(
    @Param('brand', parsed(brandSlug)) slug: string,
    @Param('consumer', parsed(id)) consumer: string,
  ): Promise<ErasedView> {
    return this.consumers.erase(await this.idOf(slug), consumer);
  }

  @Get('erasures')
  @ForOperator()
  async list(@Param('brand', parsed(brandSlug)) slug: string) {
    return this.consumers.list(await this.idOf(slug));
  }

  private async idOf(slug: string): Promise<string> {
    return (await this.brands.bySlug(slug)).id;
  }
}
