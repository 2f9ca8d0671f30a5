import type { Prisma } from '@countersign/database';
import { Injectable } from '@nestjs/common';
import type { JWK } from 'jose';
import { Database } from '../common/database.js';

export type StoredKey = { readonly id: string; readonly publicJwk: JWK; readonly privateJwk: string };

@Injectable()
export class EncryptionKeysRepository {
  constructor(private readonly database: Database) {}

  async ofBrand(brandId: string): Promise<readonly StoredKey[]> {
    const rows = await this.database.prisma.encryptionKey.findMany({
      where: { brandId },
      orderBy: { createdAt: 'desc' },
    });
    return rows.map(({ id, publicJwk, privateJwk }) => ({ id, publicJwk: publicJwk as JWK, privateJwk }));
  }

  async add(brandId: string, { id, publicJwk, privateJwk }: StoredKey, at: Date): Promise<void> {
    await this.database.prisma.encryptionKey.create({
      data: { brandId, id, publicJwk: publicJwk as Prisma.InputJsonObject, privateJwk, createdAt: at },
    });
  }
}
