import { NAMES_SEARCHED } from '@countersign/contracts';
import type { Prisma } from '@countersign/database';
import { Injectable } from '@nestjs/common';
import { Database } from '../common/database.js';
import { blindOf, nameOf, PersonalKeys } from '../personal/index.js';

const columns = {
  id: true,
  subject: true,
  displayName: true,
  sealedName: true,
  wrappedKey: true,
  nameSealed: true,
  createdAt: true,
  issuer: { select: { label: true } },
  sessions: { where: { endedAt: null }, select: { id: true }, take: 1 },
} satisfies Prisma.ConsumerSelect;
type Row = Prisma.ConsumerGetPayload<{ select: typeof columns }>;

export type Customer = {
  readonly id: string;
  readonly name: string | null;
  readonly nameSealed: boolean;
  readonly subject: string;
  readonly issuerLabel: string;
  readonly createdAt: Date;
  readonly here: boolean;
};

const SHOWN = 50;
const FORMER_PAGES = 10;

/** Customers as a list shows them, and the ways there are to find one. */
@Injectable()
export class CustomersRepository {
  constructor(
    private readonly database: Database,
    private readonly keys: PersonalKeys,
  ) {}

  /** Who came last, so many. */
  async latest(brandId: string): Promise<readonly Customer[]> {
    return this.where(brandId, {}, SHOWN);
  }

  /** As it begins, letter by letter. */
  async bySubject(brandId: string, beginning: string): Promise<readonly Customer[]> {
    return this.where(brandId, { subject: { startsWith: beginning } }, SHOWN);
  }

  /** By a value the brand's own server addresses them by: there is an HMAC of it. */
  async byAddress(brandId: string, value: string): Promise<readonly Customer[]> {
    const brand = await this.keys.ofBrand(brandId);
    const names = await this.database.within(brandId, (prisma) =>
      prisma.connection.findMany({
        where: { brandId, factsKey: { not: null } },
        select: { factsKey: true, mapping: true },
      }),
    );
    const blinds = names.flatMap(({ factsKey, mapping }) => {
      const name = (mapping as Record<string, string>)[factsKey ?? ''];
      return name === undefined ? [] : [blindOf(brand, name, value)];
    });
    if (blinds.length === 0) return [];
    return this.where(brandId, { facts: { some: { blind: { in: blinds }, sealed: true } } }, SHOWN);
  }

  /** Names are sealed, each under its own key: some are opened and looked at, and the rest is not. */
  async byName(brandId: string, part: string): Promise<{ found: readonly Customer[]; limited: boolean }> {
    const rows = await this.where(brandId, {}, NAMES_SEARCHED + 1);
    const wanted = plain(part);
    const found = rows
      .slice(0, NAMES_SEARCHED)
      .filter(({ name }) => name !== null && plain(name).includes(wanted));
    return { found: found.slice(0, SHOWN), limited: rows.length > NAMES_SEARCHED };
  }

  async byId(brandId: string, id: string): Promise<Customer | undefined> {
    const [found] = await this.where(brandId, { id }, 1);
    return found;
  }

  /** A session of theirs that is open, by which they are signed out. */
  async openSession(brandId: string, consumerId: string): Promise<string | undefined> {
    const found = await this.database.within(brandId, (prisma) =>
      prisma.session.findFirst({ where: { brandId, consumerId, endedAt: null }, select: { id: true } }),
    );
    return found?.id;
  }

  /** Browsers of theirs that are signed in no more, of which the page said something. */
  async formerSessionsOf(brandId: string, consumerId: string) {
    return this.database.within(brandId, (prisma) =>
      prisma.session.findMany({
        where: { brandId, consumerId, endedAt: { not: null }, pageFacts: { some: {} } },
        orderBy: [{ endedAt: 'desc' }, { id: 'desc' }],
        take: FORMER_PAGES,
        select: { id: true, openedAt: true, endedAt: true },
      }),
    );
  }

  async conversationsOf(brandId: string, consumerId: string) {
    return this.database.within(brandId, (prisma) =>
      prisma.conversation.findMany({
        where: { brandId, consumerId },
        orderBy: [{ openedAt: 'desc' }, { id: 'desc' }],
        take: SHOWN,
        select: { id: true, state: true, openedAt: true, endedAt: true, lastNumber: true },
      }),
    );
  }

  async historyOf(brandId: string, consumerId: string) {
    return this.database.within(brandId, (prisma) =>
      prisma.identityEvent.findMany({
        where: { brandId, conversation: { consumerId } },
        orderBy: [{ at: 'desc' }, { id: 'desc' }],
        take: SHOWN,
      }),
    );
  }

  private async where(
    brandId: string,
    where: Prisma.ConsumerWhereInput,
    take: number,
  ): Promise<readonly Customer[]> {
    const rows = await this.database.within(brandId, (prisma) =>
      prisma.consumer.findMany({
        where: { brandId, ...where },
        orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
        take,
        select: columns,
      }),
    );
    return Promise.all(rows.map((row) => this.opened(brandId, row)));
  }

  private async opened(brandId: string, row: Row): Promise<Customer> {
    const { id, subject, nameSealed, issuer, createdAt, sessions } = row;
    const name = await nameOf(this.keys, { ...row, brandId, consumerId: id });
    return { id, name, nameSealed, subject, issuerLabel: issuer.label, createdAt, here: sessions.length > 0 };
  }
}

const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
