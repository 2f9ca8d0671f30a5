import { Global, Module } from '@nestjs/common';
import { ApiKeyMaker } from './api-key-maker.js';
import { BrandTurns } from './brand-turns.js';
import { BrandWriter } from './brand-writer.js';
import { TrustService } from './trust.service.js';

@Global()
@Module({
  providers: [ApiKeyMaker, BrandTurns, BrandWriter, TrustService],
  exports: [ApiKeyMaker, BrandTurns, BrandWriter, TrustService],
})
export class SettingsModule {}
