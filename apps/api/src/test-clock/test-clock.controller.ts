import { type MoveTestClock, moveTestClock, type TestClockView } from '@countersign/contracts';
import { Body, Controller, Get, Put } from '@nestjs/common';
import { ForOperator } from '../common/callers.js';
import { parsed } from '../common/parsed.pipe.js';
import { TestClockService } from './test-clock.service.js';

@Controller('v1/operator/test-clock')
export class TestClockController {
  constructor(private readonly clock: TestClockService) {}

  @Get()
  @ForOperator()
  read(): TestClockView {
    return this.clock.view();
  }

  @Put()
  @ForOperator()
  move(@Body(parsed(moveTestClock)) input: MoveTestClock): Promise<TestClockView> {
    return this.clock.move(input);
  }
}
