import { Injectable } from '@nestjs/common';
import { Database, type Statement } from '../common/database.js';

/** A window's way to the provider and back. */
export type WindowTransaction = {
  readonly brandId: string;
  /** SHA-256 of `state`. */
  readonly id: string;
  readonly attemptId: string;
  readonly connectionId: string;
  readonly expiresAt: Date;
};

const taking: Statement = {
  name: 'window-transactions.take',
  text: `DELETE FROM window_transactions WHERE brand_id = $1 AND id = $2 AND connection_id = $3
    RETURNING brand_id AS "brandId", id, attempt_id AS "attemptId", connection_id AS "connectionId",
      expires_at AS "expiresAt"`,
};

@Injectable()
export class WindowTransactionsRepository {
  constructor(private readonly database: Database) {}

  /** Those whose time has passed go when the next one comes. */
  async add(transaction: WindowTransaction, now: Date): Promise<void> {
    await this.database.within(transaction.brandId, (prisma) =>
      prisma.$transaction([
        prisma.windowTransaction.deleteMany({ where: { expiresAt: { lt: now } } }),
        prisma.windowTransaction.create({ data: transaction }),
      ]),
    );
  }

  /** Taken and deleted in one statement: of two that come back with one state, one goes on. Another connection's stays. */
  async take(brandId: string, id: string, connectionId: string): Promise<WindowTransaction | undefined> {
    const [row] = await this.database.within(brandId, () =>
      this.database.rows<WindowTransaction>(taking, [brandId, id, connectionId]),
    );
    return row;
  }
}
