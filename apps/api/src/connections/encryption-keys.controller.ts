import { brandSlug } from '@countersign/contracts';
import { Controller, Get, Header, Param } from '@nestjs/common';
import { BrandsService } from '../brands/index.js';
import { OpenToAnyone } from '../common/callers.js';
import { parsed } from '../common/parsed.pipe.js';
import { EncryptionKeysService } from './encryption-keys.service.js';

@Controller('v1/brands/:brand/jwks')
export class EncryptionKeysController {
  constructor(
    private readonly brands: BrandsService,
    private readonly keys: EncryptionKeysService,
  ) {}

  @Get()
  @OpenToAnyone()
  @Header('cache-control', 'public, max-age=300')
  @Header('access-control-allow-origin', '*')
  async published(@Param('brand', parsed(brandSlug)) slug: string) {
    return this.keys.published((await this.brands.bySlug(slug)).id);
  }
}
