import { Injectable } from '@nestjs/common';
import { Database } from '../common/database.js';

export type Agent = {
  readonly brandId: string;
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly role: string;
  /** Both set at the first sign-in. */
  readonly issuer: string | null;
  readonly subject: string | null;
  readonly acceptedAt: Date | null;
  readonly removedAt: Date | null;
};
export type Invited = Pick<Agent, 'brandId' | 'id' | 'email' | 'name' | 'role'>;

@Injectable()
export class AgentsRepository {
  constructor(private readonly database: Database) {}

  async ofBrand(brandId: string): Promise<readonly Agent[]> {
    return this.database.within(brandId, (prisma) =>
      prisma.agent.findMany({
        where: { brandId, removedAt: null },
        orderBy: { invitedAt: 'asc' },
      }),
    );
  }

  /** Who was removed and is invited again begins anew: only the address says who is meant. */
  async invite({ brandId, id, email, name, role }: Invited, at: Date): Promise<void> {
    const fresh = { issuer: null, subject: null, acceptedAt: null, removedAt: null, invitedAt: at };
    await this.database.within(brandId, async (prisma) => {
      const known = await prisma.agent.findFirst({ where: { brandId, email }, select: { removedAt: true } });
      await prisma.agent.upsert({
        where: { brandId_email: { brandId, email } },
        create: { brandId, id, email, name, role, invitedAt: at },
        update: { name, role, ...(known?.removedAt ? fresh : {}) },
      });
    });
  }

  /** From here on the address says nothing. Of two that accept at once, one does. */
  async accept(brandId: string, id: string, issuer: string, subject: string, at: Date): Promise<boolean> {
    const { count } = await this.database.within(brandId, (prisma) =>
      prisma.agent.updateMany({
        where: { brandId, id, subject: null, removedAt: null },
        data: { issuer, subject, acceptedAt: at },
      }),
    );
    return count === 1;
  }

  /**
   * Another role, or none. False: it would leave the brand without an admin who has ever signed in. The brand's row is
   * held meanwhile: of two admins who remove each other, one stays.
   */
  async change(
    brandId: string,
    id: string,
    data: { readonly role: string } | { readonly removedAt: Date },
  ): Promise<'changed' | 'unknown' | 'last-admin'> {
    return this.database.within(brandId, (prisma) =>
      prisma.$transaction(async (tx) => {
        await tx.$queryRaw`SELECT 1 FROM brands WHERE id = ${brandId}::uuid FOR UPDATE`;
        const live = { brandId, removedAt: null };
        const admins = await tx.agent.findMany({
          where: { ...live, role: 'admin', acceptedAt: { not: null } },
          select: { id: true },
        });
        const keeps = 'role' in data && data.role === 'admin';
        if (!keeps && admins.length === 1 && admins[0]?.id === id) return 'last-admin';
        const { count } = await tx.agent.updateMany({ where: { ...live, id }, data });
        return count === 1 ? 'changed' : 'unknown';
      }),
    );
  }

  async remove(brandId: string, id: string, at: Date): Promise<boolean> {
    const { count } = await this.database.within(brandId, (prisma) =>
      prisma.agent.updateMany({
        where: { brandId, id, removedAt: null },
        data: { removedAt: at },
      }),
    );
    return count === 1;
  }
}
