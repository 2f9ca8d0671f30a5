import { Injectable } from '@nestjs/common';
import { Database } from '../common/database.js';

@Injectable()
export class HealthRepository {
  constructor(private readonly database: Database) {}

  async answers(): Promise<boolean> {
    return this.database.prisma.$queryRaw`SELECT 1`.then(
      () => true,
      () => false,
    );
  }
}
