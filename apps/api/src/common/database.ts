import { createPool, createPrisma, type Pool, type PrismaClient } from '@countersign/database';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/env.js';
import { Telemetry } from '../telemetry/index.js';

/** SQL under a name, by which each connection reads and plans it once. One name, one text. */
export type Statement = { readonly name: string; readonly text: string };
export type Value = string | number | boolean | Date | null | readonly string[];

/**
 * The one connection pool. Only repositories ask for it: by Prisma, and by SQL of their own where every visitor's
 * request comes by and Prisma's way to the same rows costs several times as much as the rows.
 */
@Injectable()
export class Database implements OnApplicationShutdown {
  private readonly prisma: PrismaClient;
  private readonly pool: Pool;

  constructor(@Inject(CONFIG) { DATABASE_URL, DATABASE_CONNECTIONS }: Config, telemetry: Telemetry) {
    this.pool = createPool(DATABASE_URL, DATABASE_CONNECTIONS);
    this.prisma = createPrisma(this.pool);
    this.watch(telemetry);
  }

  /**
   * Whatever is asked in here, by Prisma or by SQL, is of this brand. Row-level security holds it to that, whatever
   * the question says or forgets; outside of any brand it lets no row of a brand be seen.
   *
   * Prisma answers every `findUnique` of one tick by one question, whoever asks: outside a transaction ask by
   * `findFirst`, or a neighbour's brand answers.
   */
  within<Result>(brandId: string, work: (prisma: PrismaClient) => Promise<Result>): Promise<Result> {
    // Awaited in here: Prisma asks only when somebody waits for the answer.
    return this.pool.within(brandId, async () => await work(this.prisma));
  }

  async rows<Row extends object>(statement: Statement, values: readonly Value[]): Promise<readonly Row[]> {
    return (await this.pool.query<Row>({ ...statement, values: [...values] })).rows;
  }

  /** For what answers nothing: how many rows it made or changed. */
  async count(statement: Statement, values: readonly Value[]): Promise<number> {
    return (await this.pool.query({ ...statement, values: [...values] })).rowCount ?? 0;
  }

  private watch(telemetry: Telemetry): void {
    if (!telemetry.measures) return;
    const { pool } = this;
    pool.onWaited = (ms) => telemetry.observe('database_wait', ms / 1_000);
    telemetry.watch('database_waiting', () => [{ value: pool.waitingCount }]);
    telemetry.watch('database_connections', () => [
      { value: pool.idleCount, labels: { state: 'idle' } },
      { value: pool.totalCount - pool.idleCount, labels: { state: 'busy' } },
    ]);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.prisma.$disconnect();
    await this.pool.end();
  }
}
