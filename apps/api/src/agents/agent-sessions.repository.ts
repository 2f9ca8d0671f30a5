import { Injectable } from '@nestjs/common';
import { Database } from '../common/database.js';

const whole = {
  id: true,
  brandId: true,
  lastSeenAt: true,
  endsAt: true,
  endedAt: true,
  agent: { select: { id: true, name: true, email: true, role: true, removedAt: true } },
} as const;

@Injectable()
export class AgentSessionsRepository {
  constructor(private readonly database: Database) {}

  async add(
    brandId: string,
    id: string,
    agentId: string,
    hash: string,
    openedAt: Date,
    endsAt: Date,
  ): Promise<void> {
    await this.database.prisma.agentSession.create({
      data: { brandId, id, agentId, hash, openedAt, lastSeenAt: openedAt, endsAt },
    });
  }

  async byHash(hash: string) {
    return this.database.prisma.agentSession.findUnique({ where: { hash }, select: whole });
  }

  async byId(brandId: string, id: string) {
    return this.database.prisma.agentSession.findUnique({
      where: { brandId_id: { brandId, id } },
      select: whole,
    });
  }

  async seen(brandId: string, id: string, at: Date): Promise<void> {
    await this.database.prisma.agentSession.updateMany({ where: { brandId, id }, data: { lastSeenAt: at } });
  }

  async end(brandId: string, id: string, at: Date): Promise<void> {
    await this.database.prisma.agentSession.updateMany({
      where: { brandId, id, endedAt: null },
      data: { endedAt: at },
    });
  }

  async endAllOf(brandId: string, agentId: string, at: Date): Promise<void> {
    await this.database.prisma.agentSession.updateMany({
      where: { brandId, agentId, endedAt: null },
      data: { endedAt: at },
    });
  }
}
export type AgentSessionRow = NonNullable<Awaited<ReturnType<AgentSessionsRepository['byHash']>>>;
