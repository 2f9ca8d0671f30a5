import { migrationNames } from '@countersign/database';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../common/database.js';
import { Readiness } from '../common/readiness.js';

const APPLIED = {
  name: 'health.migrations',
  text: `SELECT migration_name AS name FROM _prisma_migrations
    WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`,
};

/** The database answers, and is as new as this process: a newer one serves the processes of the last release as well. */
@Injectable()
export class HealthRepository implements OnModuleInit {
  private isMigrated = false;

  constructor(
    private readonly database: Database,
    private readonly readiness: Readiness,
  ) {}

  onModuleInit(): void {
    this.readiness.part('database', { needed: true, isUp: () => this.answers() });
    this.readiness.part('schema', { needed: true, isUp: () => this.migrated() });
  }

  private async answers(): Promise<boolean> {
    await this.database.rows({ name: 'health.answers', text: 'SELECT 1' }, []);
    return true;
  }

  /** What was applied stays applied: once it is all there, nobody asks again. */
  private async migrated(): Promise<boolean> {
    if (this.isMigrated) return true;
    const applied = new Set(
      (await this.database.rows<{ name: string }>(APPLIED, [])).map(({ name }) => name),
    );
    this.isMigrated = (await migrationNames()).every((name) => applied.has(name));
    return this.isMigrated;
  }
}
