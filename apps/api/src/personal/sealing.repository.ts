import type { Prisma } from '@countersign/database';
import { Injectable } from '@nestjs/common';
import { Database } from '../common/database.js';
import type { Place } from '../common/keyed.js';

/** A text that is sealed under the master key, and where it belongs. */
export type Held = { readonly text: string; readonly place: Place };
export type PlainName = {
  readonly id: string;
  readonly displayName: string | null;
  readonly wrappedKey: string | null;
};
export type PlainFact = {
  readonly id: string;
  readonly consumerId: string;
  readonly name: string;
  readonly value: Prisma.JsonValue;
  readonly addressedBy: string | null;
};

const AT_ONCE = 500;

/** What lies there from before it was sealed, or before the master key was turned. */
@Injectable()
export class SealingRepository {
  constructor(private readonly database: Database) {}

  /** Of what has no end of its own: the rest has run out by itself when the former key is given up. */
  async held(brandId: string): Promise<readonly Held[]> {
    return this.database.within(brandId, async (prisma) => {
      const [connections, keys, brand] = await Promise.all([
        prisma.connection.findMany({ where: { brandId, clientSecret: { not: null } } }),
        prisma.encryptionKey.findMany({ where: { brandId } }),
        prisma.brand.findFirst({
          where: { id: brandId },
          select: { agentSignIn: true, actionsSecret: true },
        }),
      ]);
      const desk = brand?.agentSignIn as { clientSecret?: string } | null | undefined;
      return [
        ...connections.map(({ id, clientSecret }) =>
          held(clientSecret ?? '', [brandId, 'connections', 'client_secret', id]),
        ),
        ...keys.map(({ id, privateJwk }) =>
          held(privateJwk, [brandId, 'encryption_keys', 'private_jwk', id]),
        ),
        ...(desk?.clientSecret
          ? [held(desk.clientSecret, [brandId, 'brands', 'agent_sign_in', brandId])]
          : []),
        ...(brand?.actionsSecret
          ? [held(brand.actionsSecret, [brandId, 'brands', 'actions_secret', brandId])]
          : []),
      ];
    });
  }

  /** Unless it was replaced meanwhile. */
  async replace({ text, place }: Held, sealed: string): Promise<void> {
    const [brandId, table, , id] = place;
    await this.database.within(brandId, async (prisma) => {
      if (table === 'connections')
        await prisma.connection.updateMany({
          where: { brandId, id, clientSecret: text },
          data: { clientSecret: sealed },
        });
      if (table === 'encryption_keys')
        await prisma.encryptionKey.updateMany({
          where: { brandId, id, privateJwk: text },
          data: { privateJwk: sealed },
        });
      if (table === 'brands')
        await prisma.$executeRaw`UPDATE brands SET agent_sign_in = jsonb_set(agent_sign_in, '{clientSecret}', to_jsonb(${sealed}::text))
          WHERE id = ${brandId}::uuid AND agent_sign_in ->> 'clientSecret' = ${text}`;
      if (table === 'brands')
        await prisma.brand.updateMany({
          where: { id: brandId, actionsSecret: text },
          data: { actionsSecret: sealed },
        });
    });
  }

  async consumersWithoutKey(brandId: string): Promise<readonly PlainName[]> {
    return this.database.within(brandId, (prisma) =>
      prisma.consumer.findMany({
        where: { brandId, OR: [{ wrappedKey: null }, { displayName: { not: null } }] },
        select: { id: true, displayName: true, wrappedKey: true },
        take: AT_ONCE,
      }),
    );
  }

  /** Whoever has signed in meanwhile has a key already, and keeps it. */
  async sealConsumer(
    brandId: string,
    before: PlainName,
    wrapped: string,
    sealedName: string | null,
  ): Promise<void> {
    const { id, displayName, wrappedKey } = before;
    await this.database.within(brandId, (prisma) =>
      prisma.consumer.updateMany({
        where: { brandId, id, wrappedKey, displayName },
        data: { wrappedKey: wrapped, displayName: null, ...(sealedName === null ? {} : { sealedName }) },
      }),
    );
  }

  async plainFacts(brandId: string): Promise<readonly PlainFact[]> {
    return this.database.within(
      brandId,
      (prisma) => prisma.$queryRaw<PlainFact[]>`
        SELECT f.id, f.consumer_id AS "consumerId", f.name, f.value,
          CASE WHEN f.sealed AND f.source IN ('id_token', 'userinfo') THEN c.mapping ->> c.facts_key END AS "addressedBy"
        FROM facts f JOIN connections c ON c.brand_id = f.brand_id AND c.id = f.connection_id
        WHERE f.brand_id = ${brandId}::uuid AND f.sealed_value IS NULL LIMIT ${AT_ONCE}`,
    );
  }

  async keyOf(brandId: string, consumerId: string): Promise<string | undefined> {
    const where = { brandId, id: consumerId };
    const found = await this.database.within(brandId, (prisma) =>
      prisma.consumer.findFirst({ where, select: { wrappedKey: true } }),
    );
    return found?.wrappedKey ?? undefined;
  }

  async sealFact(brandId: string, id: string, sealedValue: string, blind: string | null): Promise<void> {
    await this.database.within(
      brandId,
      (
        prisma,
      ) => prisma.$executeRaw`UPDATE facts SET value = NULL, sealed_value = ${sealedValue}, blind = ${blind}
        WHERE brand_id = ${brandId}::uuid AND id = ${id}::uuid AND sealed_value IS NULL`,
    );
  }
}

const held = (text: string, place: Place): Held => ({ text, place });
