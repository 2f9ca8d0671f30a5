import { Global, Module } from '@nestjs/common';
import { BrandKeysRepository } from './brand-keys.repository.js';
import { PersonalKeys } from './personal-keys.js';
import { SealingController } from './sealing.controller.js';
import { SealingRepository } from './sealing.repository.js';
import { SealingService } from './sealing.service.js';

@Global()
@Module({
  controllers: [SealingController],
  providers: [BrandKeysRepository, PersonalKeys, SealingRepository, SealingService],
  exports: [PersonalKeys],
})
export class PersonalModule {}
