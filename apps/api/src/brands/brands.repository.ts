import type { Prisma } from '@countersign/database';
import { Injectable } from '@nestjs/common';
import { Database } from '../common/database.js';
import type { Brand } from './brand.js';

type Row = Brand & { readonly agentSignIn: unknown };

const columns = { id: true, slug: true, name: true, accent: true, agentSignIn: true };

@Injectable()
export class BrandsRepository {
  constructor(private readonly database: Database) {}

  async bySlug(slug: string): Promise<Row | null> {
    return this.database.prisma.brand.findUnique({ where: { slug }, select: columns });
  }

  async byId(id: string): Promise<Row | null> {
    return this.database.prisma.brand.findUnique({ where: { id }, select: columns });
  }

  async all(): Promise<readonly Row[]> {
    return this.database.prisma.brand.findMany({ select: columns });
  }

  /** Made once; later only name, colour, facts and sign-in change. */
  async put(
    { id, slug, name, accent }: Brand,
    agentSignIn: Prisma.InputJsonObject | undefined,
    facts: Prisma.InputJsonArray,
    at: Date,
  ): Promise<Brand> {
    const changing = { name, accent, facts, ...(agentSignIn ? { agentSignIn } : {}) };
    return this.database.prisma.brand.upsert({
      where: { slug },
      create: { id, slug, createdAt: at, ...changing },
      update: changing,
      select: { id: true, slug: true, name: true, accent: true },
    });
  }

  async audit(
    brandId: string,
    id: string,
    at: Date,
    action: string,
    detail: Prisma.InputJsonObject,
  ): Promise<void> {
    await this.database.prisma.auditEntry.create({
      data: { brandId, id, at, actor: 'operator', action, detail },
    });
  }
}
