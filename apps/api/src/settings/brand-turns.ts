import { Injectable } from '@nestjs/common';
import { Turns } from '../common/turns.js';

/** A brand is many rows: of two who write it at once, whoever they are, the second writes after the first. */
@Injectable()
export class BrandTurns {
  private readonly turns = new Turns();

  run<Result>(slug: string, work: () => Promise<Result>): Promise<Result> {
    return this.turns.run(slug, work);
  }
}
