import type { Fact } from '@countersign/claims';
import { Injectable } from '@nestjs/common';
import { Database, type Statement } from '../common/database.js';
import { type Keyed, keyIdOf } from '../common/keyed.js';
import { openValue, PersonalKeys, pageFactPlace, sealValue } from '../personal/index.js';

type Whose = { readonly consumerId: string | null; readonly wrapped: string | null };

const whose: Statement = {
  name: 'page-facts.whose',
  text: `SELECT s.consumer_id AS "consumerId", c.wrapped_key AS wrapped FROM sessions s
    LEFT JOIN consumers c ON c.brand_id = s.brand_id AND c.id = s.consumer_id
    WHERE s.brand_id = $1 AND s.id = $2`,
};

@Injectable()
export class PageFactsRepository {
  constructor(
    private readonly database: Database,
    private readonly keys: PersonalKeys,
  ) {}

  async ofSession(brandId: string, sessionId: string): Promise<readonly Fact[]> {
    const where = { brandId, sessionId };
    const rows = await this.database.within(brandId, (prisma) =>
      prisma.pageFact.findMany({ where, orderBy: { name: 'asc' } }),
    );
    const keys = rows.length === 0 ? [] : await this.keysOf(brandId, sessionId);
    return rows.map(({ name, value, sealedValue, at }) => ({
      name,
      value: (sealedValue === null
        ? value
        : openedBy(keys, sealedValue, brandId, sessionId, name)) as Fact['value'],
      sealed: false,
      provenance: { source: 'page', at: at.toISOString() },
    }));
  }

  /** The page's last word is all it says. */
  async replace(brandId: string, sessionId: string, facts: readonly Fact[], at: Date): Promise<void> {
    const [key] = await this.keysOf(brandId, sessionId);
    if (!key) return;
    const data = facts.map(({ name, value }) => ({
      brandId,
      sessionId,
      name,
      sealedValue: sealValue(key, value, pageFactPlace(brandId, sessionId, name)),
      at,
    }));
    await this.database.within(brandId, (prisma) =>
      prisma.$transaction([
        prisma.pageFact.deleteMany({ where: { brandId, sessionId } }),
        prisma.pageFact.createMany({ data }),
      ]),
    );
  }

  /** The consumer's, where the session has one, and the brand's: what the page said before is sealed under that. */
  private async keysOf(brandId: string, sessionId: string): Promise<readonly Keyed[]> {
    const [row] = await this.database.within(brandId, () =>
      this.database.rows<Whose>(whose, [brandId, sessionId]),
    );
    const brand = await this.keys.ofBrand(brandId);
    if (!row || row.consumerId === null || row.wrapped === null) return [brand];
    return [await this.keys.open(brandId, row.consumerId, row.wrapped), brand];
  }
}

function openedBy(
  keys: readonly Keyed[],
  sealed: string,
  brandId: string,
  sessionId: string,
  name: string,
): unknown {
  const key = keys.find(({ id }) => id === keyIdOf(sealed));
  if (!key) throw new Error('Sealed under a key that is gone');
  return openValue(key, sealed, pageFactPlace(brandId, sessionId, name));
}
