import { Module } from '@nestjs/common';
import { BrandWriter } from './brand-writer.js';
import { OperatorController } from './operator.controller.js';
import { OperatorService } from './operator.service.js';

@Module({ controllers: [OperatorController], providers: [BrandWriter, OperatorService] })
export class OperatorModule {}
