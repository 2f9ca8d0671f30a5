import type { DraftInput } from '@countersign/contracts';
import { Prisma } from '@countersign/database';
import { Injectable } from '@nestjs/common';
import { Database } from '../../common/database.js';

export type Draft = {
  readonly connectionId: string;
  /** Null: nothing was said yet. */
  readonly body: unknown;
  readonly changedAt: Date;
};
type Whose = { readonly brandId: string; readonly agentId: string };

@Injectable()
export class DraftsRepository {
  constructor(private readonly database: Database) {}

  /** The agent's draft; one with nothing in it where there was none. */
  async open({ brandId, agentId }: Whose, connectionId: string, at: Date): Promise<Draft> {
    return this.database.within(brandId, async (prisma) => {
      const data = { brandId, agentId, connectionId, changedAt: at };
      await prisma.setUpDraft.createMany({ data, skipDuplicates: true });
      return prisma.setUpDraft.findFirstOrThrow({ where: { brandId, agentId } });
    });
  }

  /** @param seen when what is there was kept; null: nothing was. False: it is another by now. */
  async keep(
    { brandId, agentId }: Whose,
    body: DraftInput,
    at: Date,
    seen: Date | null | undefined,
  ): Promise<boolean> {
    const { count } = await this.database.within(brandId, (prisma) =>
      prisma.setUpDraft.updateMany({
        where: {
          brandId,
          agentId,
          ...(seen === undefined ? {} : seen ? { changedAt: seen } : { body: { equals: Prisma.AnyNull } }),
        },
        data: { body: body as Prisma.InputJsonObject, changedAt: at },
      }),
    );
    return count === 1;
  }

  async drop({ brandId, agentId }: Whose): Promise<void> {
    await this.database.within(brandId, (prisma) =>
      prisma.setUpDraft.deleteMany({ where: { brandId, agentId } }),
    );
  }

  /** The id a draft has promised, which is taken with it: providers were told addresses that have it in them. */
  async take({ brandId, agentId }: Whose, promised?: string): Promise<string | undefined> {
    return this.database.within(brandId, async (prisma) => {
      const which = promised === undefined ? {} : { connectionId: promised };
      const found = await prisma.setUpDraft.findFirst({ where: { brandId, agentId, ...which } });
      if (!found) return undefined;
      const { count } = await prisma.setUpDraft.deleteMany({
        where: { brandId, agentId, connectionId: found.connectionId },
      });
      return count === 1 ? found.connectionId : undefined;
    });
  }
}
