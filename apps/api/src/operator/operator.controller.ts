import {
  type BrandView,
  brandSlug,
  type EncryptionKeysView,
  id,
  inviteAgent,
  makeApiKey,
  putBrand,
} from '@countersign/contracts';
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import type { z } from 'zod';
import { ForOperator } from '../common/callers.js';
import { parsed } from '../common/parsed.pipe.js';
import { OperatorService } from './operator.service.js';

@Controller('v1/operator/brands/:brand')
export class OperatorController {
  constructor(private readonly operator: OperatorService) {}

  @Put()
  @ForOperator()
  put(
    @Param('brand', parsed(brandSlug)) slug: string,
    @Body(parsed(putBrand)) input: z.output<typeof putBrand>,
  ): Promise<BrandView> {
    return this.operator.put(slug, input);
  }

  @Get()
  @ForOperator()
  get(@Param('brand', parsed(brandSlug)) slug: string): Promise<BrandView> {
    return this.operator.view(slug);
  }

  @Post('api-keys')
  @ForOperator()
  makeApiKey(
    @Param('brand', parsed(brandSlug)) slug: string,
    @Body(parsed(makeApiKey)) input: z.output<typeof makeApiKey>,
  ) {
    return this.operator.makeApiKey(slug, input);
  }

  @Get('encryption-keys')
  @ForOperator()
  encryptionKeys(@Param('brand', parsed(brandSlug)) slug: string): Promise<EncryptionKeysView> {
    return this.operator.encryptionKeysOf(slug);
  }

  @Post('encryption-keys/rotate')
  @HttpCode(200)
  @ForOperator()
  rotate(@Param('brand', parsed(brandSlug)) slug: string): Promise<EncryptionKeysView> {
    return this.operator.rotateEncryptionKeys(slug);
  }

  @Post('agents')
  @ForOperator()
  invite(
    @Param('brand', parsed(brandSlug)) slug: string,
    @Body(parsed(inviteAgent)) input: z.output<typeof inviteAgent>,
  ): Promise<BrandView> {
    return this.operator.invite(slug, input);
  }

  @Delete('agents/:agent')
  @HttpCode(204)
  @ForOperator()
  remove(
    @Param('brand', parsed(brandSlug)) slug: string,
    @Param('agent', parsed(id)) agent: string,
  ): Promise<void> {
    return this.operator.removeAgent(slug, agent);
  }
}
