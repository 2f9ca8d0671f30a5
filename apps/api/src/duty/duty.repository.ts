import { Injectable } from '@nestjs/common';
import { Database, type Statement } from '../common/database.js';

export type OnDuty = { readonly brandId: string; readonly agentId: string };
/** `here`: some process is connected to them, and lives. */
export type AgentDuty = {
  readonly id: string;
  readonly name: string;
  readonly available: boolean;
  readonly here: boolean;
};

const ofBrand: Statement = {
  name: 'duty.of-brand',
  text: `SELECT a.id, a.name, a.available,
      EXISTS (SELECT FROM agent_presence p WHERE p.brand_id = $1 AND p.agent_id = a.id AND p.until > $2) AS here
    FROM agents a WHERE a.brand_id = $1 AND a.removed_at IS NULL AND a.accepted_at IS NOT NULL
    ORDER BY a.name, a.id`,
};
const everywhere: Statement = {
  name: 'duty.everywhere',
  text: 'SELECT brand AS "brandId", agent AS "agentId" FROM agents_on_duty($1)',
};
/** Says anew of whom this process is connected to. */
const hold: Statement = {
  name: 'duty.hold',
  text: `INSERT INTO agent_presence (brand_id, agent_id, process, until)
    SELECT $1, a.id, $3, $4 FROM unnest($2::uuid[]) AS a(id)
    ON CONFLICT (brand_id, agent_id, process) DO UPDATE SET until = excluded.until`,
};
const shorten: Statement = {
  name: 'duty.shorten',
  text: `UPDATE agent_presence SET until = least(until, $4::timestamptz)
    WHERE brand_id = $1 AND agent_id = $2 AND process = $3`,
};
const forget: Statement = {
  name: 'duty.forget',
  text: 'DELETE FROM agent_presence WHERE brand_id = $1 AND until <= $2',
};

/** Who is connected, as all processes know it. */
@Injectable()
export class DutyRepository {
  constructor(private readonly database: Database) {}

  async ofBrand(brandId: string, now: Date): Promise<readonly AgentDuty[]> {
    return this.database.within(brandId, () => this.database.rows<AgentDuty>(ofBrand, [brandId, now]));
  }

  async everywhere(now: Date): Promise<readonly OnDuty[]> {
    return this.database.rows<OnDuty>(everywhere, [now]);
  }

  async hold(brandId: string, agentIds: readonly string[], process: string, until: Date): Promise<void> {
    await this.database.within(brandId, () => this.database.count(hold, [brandId, agentIds, process, until]));
  }

  async shorten(brandId: string, agentId: string, process: string, until: Date): Promise<void> {
    await this.database.within(brandId, () =>
      this.database.count(shorten, [brandId, agentId, process, until]),
    );
  }

  /** What ran out. */
  async forget(brandId: string, now: Date): Promise<void> {
    await this.database.within(brandId, () => this.database.count(forget, [brandId, now]));
  }

  async setAvailable(brandId: string, agentId: string, available: boolean): Promise<void> {
    await this.database.within(brandId, (prisma) =>
      prisma.agent.updateMany({ where: { brandId, id: agentId }, data: { available } }),
    );
  }
}
