import { Injectable } from '@nestjs/common';
import { Database, type Statement } from '../common/database.js';

export type Forgotten = { readonly table: string; readonly rows: string };

const forgetting: Statement = {
  name: 'forgetting.what-ran-out',
  text: 'SELECT of_table AS "table", gone AS rows FROM forget_what_ran_out($1, $2)',
};

/** What has run out goes, whatever brand it was of: nobody asks within one. */
@Injectable()
export class ForgettingRepository {
  constructor(private readonly database: Database) {}

  /** Attempts and traces are kept longer than what has an end of its own. Answers how much went of what. */
  async forget(now: Date, tracedBefore: Date): Promise<readonly Forgotten[]> {
    return this.database.rows<Forgotten>(forgetting, [now, tracedBefore]);
  }
}
