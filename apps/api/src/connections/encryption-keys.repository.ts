import type { EncryptionAlgorithm } from '@countersign/contracts';
import type { Prisma } from '@countersign/database';
import { Injectable } from '@nestjs/common';
import { Database, type Statement } from '../common/database.js';
import type { EncryptionKey } from './encryption-key.js';

export type Kind = { readonly brandId: string; readonly algorithm: EncryptionAlgorithm };

/** The columns hold what `add` and `turn` put there, and nothing else writes them. */
const ofBrand: Statement = {
  name: 'encryption-keys.of-brand',
  text: `SELECT id, algorithm, state, state_since AS "stateSince", public_jwk AS "publicJwk", private_jwk AS "privateJwk"
    FROM encryption_keys WHERE brand_id = $1 ORDER BY state, algorithm DESC, created_at DESC`,
};

const forgetting: Statement = { name: 'encryption-keys.forget', text: 'SELECT forget_encryption_keys($1)' };
const ageing: Statement = {
  name: 'encryption-keys.in-use-since',
  text: 'SELECT brand AS "brandId", kind AS algorithm FROM encryption_keys_in_use_since($1, $2)',
};
/** At one look. */
const LOOKED_AT = 100;

@Injectable()
export class EncryptionKeysRepository {
  constructor(private readonly database: Database) {}

  /** Whichever is in use first, and RSA before the curve: what a brand takes that takes the first. */
  async ofBrand(brandId: string): Promise<readonly EncryptionKey[]> {
    return this.database.within(brandId, () => this.database.rows<EncryptionKey>(ofBrand, [brandId]));
  }

  /** What another process made first stays. */
  async add(brandId: string, { publicJwk, ...key }: EncryptionKey): Promise<void> {
    const jwk = publicJwk as Prisma.InputJsonObject;
    await this.database.within(brandId, (prisma) =>
      prisma.encryptionKey.createMany({
        data: [{ ...key, brandId, publicJwk: jwk, createdAt: key.stateSince }],
        skipDuplicates: true,
      }),
    );
  }

  /**
   * Next becomes current, current retired, at one stroke. With a moment: only what was in use before it, so that of
   * two processes whose hour strikes at once one turns the key and the other leaves the new one alone.
   */
  async turn({ brandId, algorithm }: Kind, at: Date, inUseBefore = at): Promise<void> {
    await this.database.within(brandId, (prisma) =>
      prisma.$transaction(async (tx) => {
        const kind = { brandId, algorithm };
        const [next] = await tx.$queryRaw<{ id: string }[]>`
        SELECT id FROM encryption_keys
        WHERE brand_id = ${brandId}::uuid AND algorithm = ${algorithm} AND state = 'next' FOR UPDATE`;
        if (!next) return;
        const { count } = await tx.encryptionKey.updateMany({
          where: { ...kind, state: 'current', stateSince: { lte: inUseBefore } },
          data: { state: 'retired', stateSince: at },
        });
        if (count === 0) return;
        await tx.encryptionKey.updateMany({
          where: { ...kind, id: next.id },
          data: { state: 'current', stateSince: at },
        });
      }),
    );
  }

  async forgetRetired(before: Date): Promise<void> {
    await this.database.rows(forgetting, [before]);
  }

  /** What has been in use since before that moment. */
  async inUseSince(before: Date): Promise<readonly Kind[]> {
    return this.database.rows<Kind>(ageing, [before, LOOKED_AT]);
  }
}
