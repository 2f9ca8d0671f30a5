import type { Prisma } from '@countersign/database';
import { openValue, PersonalKeys } from '../../dist/personal/index.js';
import { factPlace } from '../../dist/personal/profile.js';
import type { House } from './house.js';

/** Facts as they are stored, their values opened: by name. */
export async function factsWhere(house: House, where: Prisma.FactWhereInput) {
  const include = { consumer: { select: { wrappedKey: true } } };
  const rows = await house.database.fact.findMany({ where, include, orderBy: { name: 'asc' } });
  const keys = house.app.get(PersonalKeys);
  return Promise.all(
    rows.map(async ({ consumer, ...row }) => {
      const key = await keys.open(row.brandId, row.consumerId, consumer.wrappedKey ?? '');
      return { ...row, value: openValue(key, row.sealedValue ?? '', factPlace(row.brandId, row.id)) };
    }),
  );
}
