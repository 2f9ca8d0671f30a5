import type { MoveTestClock, TestClockView } from '@countersign/contracts';
import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { ToldClock } from '../common/told-clock.js';
import { AgeingService } from '../identity/index.js';

/** Moves the API's time, and has everything that grew old by it looked at before it answers. */
@Injectable()
export class TestClockService {
  private readonly clock: ToldClock;

  constructor(
    clock: Clock,
    private readonly ageing: AgeingService,
  ) {
    if (!(clock instanceof ToldClock)) throw new Error('The test clock is not loaded.');
    this.clock = clock;
  }

  view(): TestClockView {
    return this.clock.view;
  }

  /** In this order: back to the machine's time, to a time, further; what is to stand still stands before it is moved. */
  async move({ reset, now, advanceSeconds, frozen }: MoveTestClock): Promise<TestClockView> {
    if (reset === true) this.clock.reset();
    if (frozen === true) this.clock.freeze(true);
    if (now !== undefined) this.clock.move(new Date(now));
    if (advanceSeconds !== undefined) this.clock.advance(advanceSeconds);
    if (frozen === false) this.clock.freeze(false);
    await this.ageing.look();
    return this.clock.view;
  }
}
