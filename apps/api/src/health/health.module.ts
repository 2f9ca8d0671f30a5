import { Module } from '@nestjs/common';
import { HealthController } from './health.controller.js';
import { HealthFigures } from './health.figures.js';
import { HealthRepository } from './health.repository.js';

@Module({ controllers: [HealthController], providers: [HealthFigures, HealthRepository] })
export class HealthModule {}
