import { type WidgetLook, widgetLook } from '@countersign/contracts';
import type { Prisma } from '@countersign/database';
import { Injectable } from '@nestjs/common';
import { Database, type Statement } from '../common/database.js';
import type { Brand, BrandActions, NamedBrand } from './brand.js';

type Row = Brand & {
  readonly agentSignIn: unknown;
  readonly createdAt: Date;
};

const own = { id: true, slug: true, name: true, accent: true, look: true };
const columns = { ...own, agentSignIn: true, createdAt: true };

/** What was stored before a part of the look was known has that part as it is by default. */
const seen = <Stored extends { readonly look: unknown }>(stored: Stored) => ({
  ...stored,
  look: widgetLook.parse(stored.look),
});

const finding: Statement = { name: 'brands.by-slug', text: 'SELECT brand_by_slug($1) AS id' };

/** As they are stored: the secret is sealed. */
export type SealedActions = BrandActions;

/** What the operator says of the brand itself. */
type Settings = {
  readonly facts: Prisma.InputJsonArray;
  readonly conversationDays: number | null;
  readonly look?: WidgetLook;
};

@Injectable()
export class BrandsRepository {
  constructor(private readonly database: Database) {}

  async bySlug(slug: string): Promise<Row | null> {
    const id = await this.idOf(slug);
    return id === undefined ? null : this.byId(id);
  }

  async byId(id: string): Promise<Row | null> {
    const stored = await this.database.within(id, (prisma) =>
      prisma.brand.findFirst({ where: { id }, select: columns }),
    );
    return stored && seen(stored);
  }

  async rename(id: string, name: string): Promise<void> {
    await this.database.within(id, (prisma) => prisma.brand.updateMany({ where: { id }, data: { name } }));
  }

  async paint(id: string, { accent, look }: Pick<Brand, 'accent' | 'look'>): Promise<void> {
    await this.database.within(id, (prisma) =>
      prisma.brand.updateMany({ where: { id }, data: { accent, look } }),
    );
  }

  /** Made once; later only name, look, facts and sign-in change. */
  async put(
    { id, slug, name, accent }: NamedBrand,
    agentSignIn: Prisma.InputJsonObject | undefined,
    settings: Settings,
    at: Date,
  ): Promise<Brand> {
    const changing = { name, accent, ...settings, ...(agentSignIn ? { agentSignIn } : {}) };
    const made = { id, slug, createdAt: at, ...changing };
    await this.database.within(id, (prisma) => prisma.brand.createMany({ data: made, skipDuplicates: true }));
    // Whoever was first has it, under an id of theirs.
    const stored = (await this.idOf(slug)) ?? id;
    return seen(
      await this.database.within(stored, (prisma) =>
        prisma.brand.update({ where: { id: stored }, data: changing, select: own }),
      ),
    );
  }

  /** Null: the brand carries nothing out. */
  async putActions(id: string, actions: SealedActions | null): Promise<void> {
    const data = { actionsUrl: actions?.url ?? null, actionsSecret: actions?.secret ?? null };
    await this.database.within(id, (prisma) => prisma.brand.updateMany({ where: { id }, data }));
  }

  async actionsOf(id: string): Promise<SealedActions | undefined> {
    const select = { actionsUrl: true, actionsSecret: true };
    const row = await this.database.within(id, (prisma) => prisma.brand.findFirst({ where: { id }, select }));
    return row?.actionsUrl && row.actionsSecret
      ? { url: row.actionsUrl, secret: row.actionsSecret }
      : undefined;
  }

  private async idOf(slug: string): Promise<string | undefined> {
    const [found] = await this.database.rows<{ id: string | null }>(finding, [slug]);
    return found?.id ?? undefined;
  }
}
