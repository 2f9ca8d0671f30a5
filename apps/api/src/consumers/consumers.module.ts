import { Module } from '@nestjs/common';
import { ConsumersController } from './consumers.controller.js';
import { ConsumersRepository } from './consumers.repository.js';
import { ConsumersService } from './consumers.service.js';
import { CustomersController } from './customers.controller.js';
import { CustomersRepository } from './customers.repository.js';
import { CustomersService } from './customers.service.js';
import { ErasureList } from './erasure-list.js';
import { ErasuresRepository } from './erasures.repository.js';
import { KnownController } from './known.controller.js';
import { KnownService } from './known.service.js';
import { RetentionRepository } from './retention.repository.js';
import { RetentionService } from './retention.service.js';

@Module({
  controllers: [ConsumersController, CustomersController, KnownController],
  providers: [
    ConsumersRepository,
    ConsumersService,
    CustomersRepository,
    CustomersService,
    KnownService,
    ErasureList,
    ErasuresRepository,
    RetentionRepository,
    RetentionService,
  ],
})
export class ConsumersModule {}
