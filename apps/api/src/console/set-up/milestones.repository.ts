import type { Milestone } from '@countersign/contracts';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../common/clock.js';
import { Database, type Statement } from '../../common/database.js';

export type Reached = { readonly at: Date; readonly detail: string | null };

const messagesBy = (from: string): string =>
  `SELECT at, NULL AS detail FROM messages WHERE brand_id = $1 AND "from" = '${from}' ORDER BY id LIMIT 1`;

/** Where each can be seen, in rows that are there for another reason. */
const seen: Partial<Record<Milestone, Statement>> = {
  brand_made: {
    name: 'milestones.brand',
    text: 'SELECT created_at AS at, slug AS detail FROM brands WHERE id = $1',
  },
  connection_made: {
    name: 'milestones.connection',
    text: 'SELECT created_at AS at, key AS detail FROM connections WHERE brand_id = $1 ORDER BY created_at LIMIT 1',
  },
  widget_seen: {
    name: 'milestones.widget',
    text: `SELECT seen_at AS at, seen_origin AS detail FROM connections
      WHERE brand_id = $1 AND seen_at IS NOT NULL ORDER BY seen_at LIMIT 1`,
  },
  proof_came_back: {
    name: 'milestones.proof',
    text: `SELECT at, coalesce(reason, outcome) AS detail FROM traces
      WHERE brand_id = $1 AND outcome <> 'declined' ORDER BY id LIMIT 1`,
  },
  first_verified: {
    name: 'milestones.verified',
    text: `SELECT verified_at AS at, NULL AS detail FROM sessions
      WHERE brand_id = $1 AND verified_at IS NOT NULL ORDER BY verified_at LIMIT 1`,
  },
  first_message: { name: 'milestones.message', text: messagesBy('consumer') },
  first_answer: { name: 'milestones.answer', text: messagesBy('agent') },
};

@Injectable()
export class MilestonesRepository {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async ofBrand(brandId: string): Promise<ReadonlyMap<string, Reached>> {
    const rows = await this.database.within(brandId, (prisma) =>
      prisma.milestone.findMany({ where: { brandId } }),
    );
    return new Map(rows.map(({ name, at, detail }) => [name, { at, detail }]));
  }

  /** Whether it can be seen to have happened. Not every one leaves a row. */
  async look(brandId: string, name: Milestone): Promise<Reached | undefined> {
    const statement = seen[name];
    if (!statement) return undefined;
    const [row] = await this.database.within(brandId, () =>
      this.database.rows<Reached>(statement, [brandId]),
    );
    return row;
  }

  /** The first time counts: what was reached stays reached, also when the rows that showed it are gone. */
  async reached(
    brandId: string,
    name: Milestone,
    detail: string | null,
    at: Date = this.clock.now(),
  ): Promise<void> {
    const data = { brandId, name, at, detail: detail?.slice(0, 400) ?? null };
    await this.database.within(brandId, (prisma) =>
      prisma.milestone.createMany({ data, skipDuplicates: true }),
    );
  }
}
