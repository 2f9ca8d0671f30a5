import { Global, Module } from '@nestjs/common';
import { FactsReader } from './facts.reader.js';
import { FactsRepository } from './facts.repository.js';
import { PageFactsRepository } from './page-facts.repository.js';
import { PageFactsService } from './page-facts.service.js';
import { PushController } from './push.controller.js';
import { PushService } from './push.service.js';

@Global()
@Module({
  controllers: [PushController],
  providers: [FactsReader, FactsRepository, PageFactsRepository, PageFactsService, PushService],
  exports: [FactsReader, FactsRepository, PageFactsService, PushService],
})
export class FactsModule {}
