import { Injectable } from '@nestjs/common';
import { Database, type Statement } from '../common/database.js';

/** Carries a conversation from a page into a window. */
export type WindowTicket = {
  readonly brandId: string;
  /** SHA-256 of the ticket. */
  readonly id: string;
  readonly sessionId: string;
  readonly expiresAt: Date;
};

/** Whose it is, and the page it was made for. */
export type Bearer = WindowTicket & { readonly connectionId: string; readonly origin: string };

const reading: Statement = {
  name: 'window-tickets.read',
  text: `SELECT t.brand_id AS "brandId", t.id, t.session_id AS "sessionId", t.expires_at AS "expiresAt",
      s.connection_id AS "connectionId", s.origin
    FROM window_tickets t JOIN sessions s ON s.brand_id = t.brand_id AND s.id = t.session_id
    WHERE t.brand_id = $1 AND t.id = $2 AND t.expires_at > $3 AND t.window_hash IS NULL AND s.ended_at IS NULL`,
};
const redeeming: Statement = {
  name: 'window-tickets.redeem',
  text: `UPDATE window_tickets SET window_hash = $3, expires_at = $4
    WHERE brand_id = $1 AND id = $2 AND window_hash IS NULL`,
};

@Injectable()
export class WindowTicketsRepository {
  constructor(private readonly database: Database) {}

  /** Those whose time has passed go when the next one comes. */
  async add(ticket: WindowTicket, now: Date): Promise<void> {
    await this.database.within(ticket.brandId, (prisma) =>
      prisma.$transaction([
        prisma.windowTicket.deleteMany({ where: { expiresAt: { lt: now } } }),
        prisma.windowTicket.create({ data: ticket }),
      ]),
    );
  }

  /** One that may still be redeemed. */
  async read(brandId: string, id: string, now: Date): Promise<Bearer | undefined> {
    const [row] = await this.database.within(brandId, () =>
      this.database.rows<Bearer>(reading, [brandId, id, now]),
    );
    return row;
  }

  /** Of two that come with one ticket, one redeems it. */
  async redeem({ brandId, id }: WindowTicket, windowHash: string, until: Date): Promise<boolean> {
    return (
      (await this.database.within(brandId, () =>
        this.database.count(redeeming, [brandId, id, windowHash, until]),
      )) === 1
    );
  }
}
