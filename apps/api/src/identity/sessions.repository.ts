import type { RejectionReason } from '@countersign/claims';
import type { Prisma } from '@countersign/database';
import { assuranceAt } from '@countersign/protocol';
import { Injectable } from '@nestjs/common';
import { Database } from '../common/database.js';
import { relaxationsOf } from '../connections/index.js';
import type { LiveSession } from './live-session.js';

const whole = {
  consumer: { include: { issuer: true } },
  connection: { include: { brand: true } },
} satisfies Prisma.SessionInclude;
type Row = Prisma.SessionGetPayload<{ include: typeof whole }>;

export type NewSession = {
  readonly brandId: string;
  readonly id: string;
  readonly connectionId: string;
  readonly consumerId: string | null;
  readonly keyThumbprint: string;
  readonly origin: string;
  readonly attemptId: string | null;
  readonly rejectedReason: RejectionReason | null;
  readonly signingKeyId: string | null;
  readonly openedAt: Date;
  readonly verifiedAt: Date | null;
  readonly holdsUntil: Date | null;
};

type SessionKey = { readonly brandId: string; readonly id: string };

/** Takes part in the transaction that judges single use, so methods accept the client they run on. */
export type Transaction = Prisma.TransactionClient;

function toLive(row: Row, now: Date): LiveSession {
  const { brandId, id, connection, consumer } = row;
  return {
    brandId,
    brandSlug: connection.brand.slug,
    sessionId: id,
    connectionId: connection.id,
    connectionKey: connection.key,
    connectionLabel: connection.label,
    relaxed: relaxationsOf(connection),
    minimum: connection.minimum as LiveSession['minimum'],
    origin: row.origin,
    keyThumbprint: row.keyThumbprint,
    consumerId: row.consumerId,
    subject: consumer?.subject ?? null,
    displayName: consumer?.displayName ?? null,
    nameSealed: consumer?.nameSealed ?? false,
    issuerUrl: consumer?.issuer.url ?? null,
    issuerLabel: consumer?.issuer.label ?? null,
    assurance: assuranceAt(row, now),
    openedAt: row.openedAt,
    verifiedAt: row.verifiedAt,
    holdsUntil: row.holdsUntil,
    endedAt: row.endedAt,
    endReason: row.endReason,
    rejected: row.rejectedReason as RejectionReason | null,
    attemptId: row.attemptId,
  };
}

@Injectable()
export class SessionsRepository {
  constructor(private readonly database: Database) {}

  async byTokenHash(hash: string, now: Date): Promise<LiveSession | undefined> {
    const token = await this.database.prisma.sessionToken.findUnique({
      where: { hash, expiresAt: { gt: now } },
      include: { session: { include: whole } },
      relationLoadStrategy: 'join',
    });
    return token ? toLive(token.session, now) : undefined;
  }

  async byId(brandId: string, id: string, now: Date): Promise<LiveSession | undefined> {
    const where = { brandId_id: { brandId, id } };
    const row = await this.database.prisma.session.findUnique({
      where,
      include: whole,
      relationLoadStrategy: 'join',
    });
    return row ? toLive(row, now) : undefined;
  }

  async byIds(brandId: string, ids: readonly string[], now: Date): Promise<readonly LiveSession[]> {
    const where = { brandId, id: { in: [...ids] } };
    const rows = await this.database.prisma.session.findMany({
      where,
      include: whole,
      relationLoadStrategy: 'join',
    });
    return rows.map((row) => toLive(row, now));
  }

  /** Whose proof ran out in this span: after the first moment, up to and with the second. */
  async staleBetween(after: Date, upTo: Date): Promise<readonly SessionKey[]> {
    const where = { endedAt: null, holdsUntil: { gt: after, lte: upTo } };
    return this.database.prisma.session.findMany({ where, select: { brandId: true, id: true } });
  }

  /** Whose proof ran out before a moment, and who was not ended yet. */
  async ranOutBefore(moment: Date): Promise<readonly SessionKey[]> {
    const where = { endedAt: null, holdsUntil: { lte: moment } };
    return this.database.prisma.session.findMany({ where, select: { brandId: true, id: true }, take: 500 });
  }

  async liveOfKey(brandId: string, keyThumbprint: string, now: Date): Promise<LiveSession | undefined> {
    const row = await this.database.prisma.session.findFirst({
      where: { brandId, keyThumbprint, endedAt: null },
      orderBy: { openedAt: 'desc' },
      include: whole,
      relationLoadStrategy: 'join',
    });
    return row ? toLive(row, now) : undefined;
  }

  async liveOfSubject(brandId: string, issuerId: string, subject: string): Promise<readonly string[]> {
    const rows = await this.database.prisma.session.findMany({
      where: { brandId, endedAt: null, consumer: { issuerId, subject } },
      select: { id: true },
    });
    return rows.map(({ id }) => id);
  }

  async liveOfConnections(brandId: string, connectionIds: readonly string[]): Promise<readonly string[]> {
    const rows = await this.database.prisma.session.findMany({
      where: { brandId, endedAt: null, connectionId: { in: [...connectionIds] } },
      select: { id: true },
    });
    return rows.map(({ id }) => id);
  }

  /** Opens one and ends the others of the same key. Answers the one that was live before. */
  async open(
    tx: Transaction,
    session: NewSession,
  ): Promise<{ id: string; consumerId: string | null } | undefined> {
    const { brandId, keyThumbprint, openedAt } = session;
    // Two tabs that open at once: the second must see the first, or both would live.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`${brandId} ${keyThumbprint}`}, 0))`;
    const previous = await tx.session.findMany({
      where: { brandId, keyThumbprint, endedAt: null },
      orderBy: { openedAt: 'desc' },
      select: { id: true, consumerId: true },
    });
    const same = previous[0]?.consumerId === session.consumerId;
    if (previous.length > 0)
      await tx.session.updateMany({
        where: { brandId, id: { in: previous.map(({ id }) => id) } },
        data: { endedAt: openedAt, endReason: same ? 'replaced' : 'switched' },
      });
    await tx.session.createMany({ data: [session] });
    return previous[0];
  }

  async addToken(brandId: string, sessionId: string, hash: string, expiresAt: Date): Promise<void> {
    await this.database.prisma.sessionToken.createMany({ data: [{ brandId, sessionId, hash, expiresAt }] });
  }

  /** Ends it once: answers whether it was this call that did. */
  async end(brandId: string, id: string, why: string, at: Date): Promise<boolean> {
    const { count } = await this.database.prisma.session.updateMany({
      where: { brandId, id, endedAt: null },
      data: { endedAt: at, endReason: why },
    });
    if (count > 0) await this.database.prisma.sessionToken.deleteMany({ where: { brandId, sessionId: id } });
    return count > 0;
  }

  async transaction<Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result> {
    return this.database.prisma.$transaction(work);
  }
}
