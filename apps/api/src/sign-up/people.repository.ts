import { Injectable } from '@nestjs/common';
import type { NamedBrand } from '../brands/index.js';
import { Database, type Statement } from '../common/database.js';

const having: Statement = {
  name: 'people.brands',
  text: 'SELECT brand AS "brandId", agent AS "agentId" FROM brands_of_person($1, $2)',
};

export type Theirs = { readonly brandId: string; readonly agentId: string };
/** Its first admin: who needs no invitation. */
export type Founder = {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly issuer: string;
  readonly subject: string;
};
export type Allowance = {
  /** As they were when it was asked how many they may make. */
  readonly known: readonly string[];
  /** How many more. */
  readonly more: number;
};

/** So many are answered of one person: whoever has them makes no more. */
const MOST = 200;

@Injectable()
export class PeopleRepository {
  constructor(private readonly database: Database) {}

  /** The brands somebody answers for, each with who they are there; the first one first. */
  async brandsOf(issuer: string, subject: string): Promise<readonly Theirs[]> {
    return this.database.rows<Theirs>(having, [issuer, subject]);
  }

  /**
   * A brand with somebody who answers for it, or neither. One after the other of one person, in whichever process: of two
   * at once, the second is counted. Never an update: of two who want a name, the second is told so, and changes nothing
   * of the first one's brand.
   */
  async make(
    { id: brandId, slug, name, accent }: NamedBrand,
    founder: Founder,
    { known, more }: Allowance,
    at: Date,
  ): Promise<'made' | 'taken' | 'full'> {
    const { issuer, subject } = founder;
    const brand = { id: brandId, slug, name, accent, createdAt: at };
    const agent = { ...founder, brandId, role: 'admin', invitedAt: at, acceptedAt: at };
    return this.database.within(brandId, (prisma) =>
      prisma.$transaction(async (tx) => {
        await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`sign-up ${issuer} ${subject}`}, 0))`;
        const now = await tx.$queryRaw<
          { brand: string }[]
        >`SELECT brand FROM brands_of_person(${issuer}, ${subject})`;
        const since = now.filter((one) => !known.includes(one.brand));
        if (since.length >= more || now.length >= MOST) return 'full';
        const { count } = await tx.brand.createMany({ data: brand, skipDuplicates: true });
        if (count === 0) return 'taken';
        await tx.agent.create({ data: agent });
        return 'made';
      }),
    );
  }
}
