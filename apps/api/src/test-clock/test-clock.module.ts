import { Module } from '@nestjs/common';
import { TestClockController } from './test-clock.controller.js';
import { TestClockService } from './test-clock.service.js';

/** Part of the API only where `COUNTERSIGN_TEST_CLOCK` is set. */
@Module({ controllers: [TestClockController], providers: [TestClockService] })
export class TestClockModule {}
