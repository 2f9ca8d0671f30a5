import type { Prisma } from '@countersign/database';
import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { Database, type Statement } from '../common/database.js';
import { newId } from '../common/ids.js';
import type { Audited } from './audited.js';
import type { Head, Link } from './chain.js';

/** For a statement that does the thing, and writes it down itself: these columns, in this order. */
export const insertingAudit = 'INSERT INTO audit_entries (brand_id, id, at, actor, action, detail)';

const PAGE = 1_000;

const reading: Statement = {
  name: 'audit.read',
  text: `SELECT brand_id AS "brandId", number, id, (extract(epoch FROM at) * 1000)::bigint::text AS at, actor, action,
      detail::text AS detail, previous, hash
    FROM audit_entries WHERE brand_id = $1 AND number > $2 ORDER BY number LIMIT ${PAGE}`,
};
const heading: Statement = {
  name: 'audit.head',
  text: 'SELECT number, hash FROM audit_heads WHERE brand_id = $1',
};

type Writer = Pick<Prisma.TransactionClient, 'auditEntry'>;

/** @param tx of the thing itself: both are done, or neither */
export async function addAudit(tx: Writer, brandId: string, audited: Audited, at: Date): Promise<void> {
  const { actor, action } = audited;
  const detail = audited.detail as Prisma.InputJsonObject;
  await tx.auditEntry.createMany({ data: { brandId, id: newId(at), at, actor, action, detail } });
}

/** The log as a chain. What is one transaction with something else is written by `addAudit`. */
@Injectable()
export class AuditRepository {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async add(brandId: string, audited: Audited): Promise<void> {
    const at = this.clock.now();
    await this.database.within(brandId, (prisma) => addAudit(prisma, brandId, audited, at));
  }

  /** What follows a number, a page of it. */
  async after(brandId: string, number: number): Promise<readonly Link[]> {
    return this.database.within(brandId, () => this.database.rows<Link>(reading, [brandId, number]));
  }

  async head(brandId: string): Promise<Head | undefined> {
    const [row] = await this.database.within(brandId, () => this.database.rows<Head>(heading, [brandId]));
    return row;
  }
}
