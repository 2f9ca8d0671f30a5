import { Injectable } from '@nestjs/common';
import { Database, type Statement } from '../common/database.js';

const asking: Statement = { name: 'health.asked', text: 'SELECT 1' };

@Injectable()
export class HealthRepository {
  constructor(private readonly database: Database) {}

  async answers(): Promise<boolean> {
    return this.database.rows(asking, []).then(
      () => true,
      () => false,
    );
  }
}
