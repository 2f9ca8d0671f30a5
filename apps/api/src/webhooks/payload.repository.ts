import { Injectable } from '@nestjs/common';
import { Database } from '../common/database.js';

/** What an event speaks of, read when it is sent. */
@Injectable()
export class PayloadRepository {
  constructor(private readonly database: Database) {}

  /** By which a brand knows them; undefined: erased. */
  async consumer(brandId: string, id: string) {
    const found = await this.database.within(brandId, (prisma) =>
      prisma.consumer.findFirst({
        where: { brandId, id },
        select: { subject: true, issuer: { select: { url: true } } },
      }),
    );
    return found ? { issuer: found.issuer.url, subject: found.subject } : undefined;
  }

  async connectionKey(brandId: string, id: string): Promise<string | undefined> {
    const found = await this.database.within(brandId, (prisma) =>
      prisma.connection.findFirst({ where: { brandId, id }, select: { key: true } }),
    );
    return found?.key;
  }

  async message(brandId: string, id: string) {
    const found = await this.database.within(brandId, (prisma) =>
      prisma.message.findFirst({
        where: { brandId, id },
        select: {
          ...{ number: true, from: true, agentId: true, text: true, at: true },
          ...{ stampAssurance: true, stampIssuer: true },
        },
      }),
    );
    return found ?? undefined;
  }
}
