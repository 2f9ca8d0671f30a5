import type { Prisma } from '@countersign/database';
import type { FormerKey } from '@countersign/protocol';
import { Injectable } from '@nestjs/common';
import type { JWK } from 'jose';
import { Database, type Statement } from '../common/database.js';

export type SeenKey = {
  readonly brandId: string;
  readonly issuerId: string;
  readonly thumbprint: string;
  readonly jwk: JWK;
};

const former: Statement = {
  name: 'signing-keys.former',
  text: `SELECT jwk, last_seen AS "lastSeen" FROM signing_keys_seen
    WHERE brand_id = $1 AND issuer_id = $2 AND thumbprint <> ALL($3) ORDER BY last_seen DESC LIMIT 20`,
};

/** Public keys that have verified proofs, so that a signature of a former one can be named. */
@Injectable()
export class SigningKeysRepository {
  constructor(private readonly database: Database) {}

  async see({ brandId, issuerId, thumbprint, jwk }: SeenKey, at: Date): Promise<void> {
    const key = { brandId, issuerId, thumbprint };
    await this.database.within(brandId, (prisma) =>
      prisma.signingKeySeen.upsert({
        where: { brandId_issuerId_thumbprint: key },
        create: { ...key, jwk: jwk as Prisma.InputJsonObject, firstSeen: at, lastSeen: at },
        update: { lastSeen: at },
      }),
    );
  }

  /** The latest first, without those that are published now. */
  async formerOf(
    brandId: string,
    issuerId: string,
    published: readonly string[],
  ): Promise<readonly FormerKey[]> {
    return this.database.within(brandId, () =>
      this.database.rows<FormerKey>(former, [brandId, issuerId, published]),
    );
  }
}
