import { Module } from '@nestjs/common';
import { ConsumersController } from './consumers.controller.js';
import { ConsumersRepository } from './consumers.repository.js';
import { ConsumersService } from './consumers.service.js';
import { ErasureList } from './erasure-list.js';
import { ErasuresRepository } from './erasures.repository.js';
import { RetentionRepository } from './retention.repository.js';
import { RetentionService } from './retention.service.js';

@Module({
  controllers: [ConsumersController],
  providers: [
    ConsumersRepository,
    ConsumersService,
    ErasureList,
    ErasuresRepository,
    RetentionRepository,
    RetentionService,
  ],
})
export class ConsumersModule {}
