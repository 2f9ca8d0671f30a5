import { Global, Module } from '@nestjs/common';
import { DutyRepository } from './duty.repository.js';
import { DutyService } from './duty.service.js';

@Global()
@Module({ providers: [DutyRepository, DutyService], exports: [DutyService] })
export class DutyModule {}
