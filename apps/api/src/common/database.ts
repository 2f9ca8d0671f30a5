import { createPool, createPrisma, type Pool, type PrismaClient } from '@countersign/database';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/env.js';

/** SQL under a name, by which each connection reads and plans it once. One name, one text. */
export type Statement = { readonly name: string; readonly text: string };
export type Value = string | number | boolean | Date | null | readonly string[];

/**
 * The one connection pool. Only repositories ask for it: by Prisma, and by SQL of their own where every visitor's
 * request comes by and Prisma's way to the same rows costs several times as much as the rows.
 */
@Injectable()
export class Database implements OnApplicationShutdown {
  readonly prisma: PrismaClient;
  private readonly pool: Pool;

  constructor(@Inject(CONFIG) { DATABASE_URL }: Config) {
    this.pool = createPool(DATABASE_URL);
    this.prisma = createPrisma(this.pool);
  }

  async rows<Row extends object>(statement: Statement, values: readonly Value[]): Promise<readonly Row[]> {
    return (await this.pool.query<Row>({ ...statement, values: [...values] })).rows;
  }

  /** For what answers nothing: how many rows it made or changed. */
  async count(statement: Statement, values: readonly Value[]): Promise<number> {
    return (await this.pool.query({ ...statement, values: [...values] })).rowCount ?? 0;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.prisma.$disconnect();
    await this.pool.end();
  }
}
