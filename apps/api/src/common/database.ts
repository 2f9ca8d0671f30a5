import { createPrisma, type PrismaClient } from '@countersign/database';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/env.js';

/** The one connection pool. Only repositories ask for it. */
@Injectable()
export class Database implements OnApplicationShutdown {
  readonly prisma: PrismaClient;

  constructor(@Inject(CONFIG) { DATABASE_URL }: Config) {
    this.prisma = createPrisma(DATABASE_URL);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.prisma.$disconnect();
  }
}
