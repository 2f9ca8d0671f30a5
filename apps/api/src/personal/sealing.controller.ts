import { brandSlug, type SealedView } from '@countersign/contracts';
import { Controller, HttpCode, Param, Post } from '@nestjs/common';
import { BrandsService } from '../brands/index.js';
import { ForOperator } from '../common/callers.js';
import { parsed } from '../common/parsed.pipe.js';
import { SealingService } from './sealing.service.js';

@Controller('v1/operator/brands/:brand/keys')
export class SealingController {
  constructor(
    private readonly brands: BrandsService,
    private readonly sealing: SealingService,
  ) {}

  @Post('seal')
  @HttpCode(200)
  @ForOperator()
  async seal(@Param('brand', parsed(brandSlug)) slug: string): Promise<SealedView> {
    return this.sealing.seal((await this.brands.bySlug(slug)).id);
  }
}
