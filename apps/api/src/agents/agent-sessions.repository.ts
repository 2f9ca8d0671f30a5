import { Injectable } from '@nestjs/common';
import { Database, type Statement } from '../common/database.js';

const whole = {
  id: true,
  brandId: true,
  lastSeenAt: true,
  endsAt: true,
  endedAt: true,
  agent: { select: { id: true, name: true, email: true, role: true, removedAt: true } },
} as const;

const byCookie: Statement = {
  name: 'agent-sessions.by-cookie',
  text: 'SELECT brand, id FROM agent_session_by_cookie($1)',
};

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
    await this.database.within(brandId, (prisma) =>
      prisma.agentSession.create({
        data: { brandId, id, agentId, hash, openedAt, lastSeenAt: openedAt, endsAt },
      }),
    );
  }

  async byHash(hash: string) {
    const [found] = await this.database.rows<{ brand: string; id: string }>(byCookie, [hash]);
    return found ? this.byId(found.brand, found.id) : null;
  }

  async byId(brandId: string, id: string) {
    return this.database.within(brandId, (prisma) =>
      prisma.agentSession.findFirst({ where: { brandId, id }, select: whole }),
    );
  }

  async seen(brandId: string, id: string, at: Date): Promise<void> {
    await this.database.within(brandId, (prisma) =>
      prisma.agentSession.updateMany({ where: { brandId, id }, data: { lastSeenAt: at } }),
    );
  }

  async end(brandId: string, id: string, at: Date): Promise<void> {
    await this.database.within(brandId, (prisma) =>
      prisma.agentSession.updateMany({
        where: { brandId, id, endedAt: null },
        data: { endedAt: at },
      }),
    );
  }

  async endAllOf(brandId: string, agentId: string, at: Date): Promise<void> {
    await this.database.within(brandId, (prisma) =>
      prisma.agentSession.updateMany({
        where: { brandId, agentId, endedAt: null },
        data: { endedAt: at },
      }),
    );
  }
}
export type AgentSessionRow = NonNullable<Awaited<ReturnType<AgentSessionsRepository['byHash']>>>;
