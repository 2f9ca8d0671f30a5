import type { Prisma } from '@countersign/database';
import { Injectable } from '@nestjs/common';
import { Database, type Statement } from '../common/database.js';
import type { Brand } from './brand.js';

type Row = Brand & { readonly agentSignIn: unknown };

const columns = { id: true, slug: true, name: true, accent: true, agentSignIn: true };

const finding: Statement = { name: 'brands.by-slug', text: 'SELECT brand_by_slug($1) AS id' };

/** What the operator says of the brand itself. */
type Settings = { readonly facts: Prisma.InputJsonArray; readonly conversationDays: number | null };

@Injectable()
export class BrandsRepository {
  constructor(private readonly database: Database) {}

  async bySlug(slug: string): Promise<Row | null> {
    const id = await this.idOf(slug);
    return id === undefined ? null : this.byId(id);
  }

  async byId(id: string): Promise<Row | null> {
    return this.database.within(id, (prisma) => prisma.brand.findFirst({ where: { id }, select: columns }));
  }

  /** Made once; later only name, colour, facts and sign-in change. */
  async put(
    { id, slug, name, accent }: Brand,
    agentSignIn: Prisma.InputJsonObject | undefined,
    { facts, conversationDays }: Settings,
    at: Date,
  ): Promise<Brand> {
    const changing = { name, accent, facts, conversationDays, ...(agentSignIn ? { agentSignIn } : {}) };
    const made = { id, slug, createdAt: at, ...changing };
    await this.database.within(id, (prisma) => prisma.brand.createMany({ data: made, skipDuplicates: true }));
    // Whoever was first has it, under an id of theirs.
    const stored = (await this.idOf(slug)) ?? id;
    return this.database.within(stored, (prisma) =>
      prisma.brand.update({
        where: { id: stored },
        data: changing,
        select: { id: true, slug: true, name: true, accent: true },
      }),
    );
  }

  private async idOf(slug: string): Promise<string | undefined> {
    const [found] = await this.database.rows<{ id: string | null }>(finding, [slug]);
    return found?.id ?? undefined;
  }
}
