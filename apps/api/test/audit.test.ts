import { auditView } from '@countersign/contracts';
import { createPrisma, type PrismaClient } from '@countersign/database';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { AuditRepository } from '../dist/audit/index.js';
import { type House, openHouse } from './house/house.js';
import { implicit, type Larkspur, makeLarkspur } from './house/larkspur.js';
import { mightyIn } from './house/search.js';

let house: House;
/** As the server's owner, who is above every right. */
let mighty: PrismaClient;
let service: PrismaClient;
let count = 0;

beforeAll(async () => {
  house = await openHouse();
  mighty = mightyIn(house);
  service = createPrisma(house.databaseUrl);
});
afterAll(async () => {
  await service.$disconnect();
  await mighty.$disconnect();
  await house.close();
});

const add = ({ view }: Larkspur) =>
  house.app.get(AuditRepository).add(view.id, {
    actor: 'operator',
    action: 'connection_trust_changed',
    detail: { connections: ['site'] },
  });

/** A brand of which this many things were written down. */
async function audited(entries: number): Promise<Larkspur> {
  count += 1;
  const brand = await makeLarkspur(house, [implicit('site')], { slug: `audited-${count}` });
  for (let nr = 0; nr < entries; nr += 1) await add(brand);
  return brand;
}
const verdict = async ({ view }: Larkspur, query = '') =>
  (await house.operator.call('GET', `${view.slug}/audit${query}`)).as(auditView);

/** What somebody does to the log who may do anything, with what would stop them out of the way. */
const tampered = (...statements: string[]) =>
  mighty.$transaction([
    mighty.$executeRaw`ALTER TABLE audit_entries DISABLE TRIGGER USER`,
    mighty.$executeRaw`ALTER TABLE audit_heads DISABLE TRIGGER USER`,
    ...statements.map((statement) => mighty.$executeRawUnsafe(statement)),
    mighty.$executeRaw`ALTER TABLE audit_entries ENABLE TRIGGER USER`,
    mighty.$executeRaw`ALTER TABLE audit_heads ENABLE TRIGGER USER`,
  ]);

test('what is done is a chain, of one brand each, that verifies', async () => {
  const [one, two] = [await audited(3), await audited(1)];
  expect(await verdict(one)).toMatchObject({ whole: true, head: { number: 3 } });
  expect(await verdict(two)).toMatchObject({ whole: true, head: { number: 1 } });
  expect(await verdict(await audited(0))).toEqual({ whole: true, head: { number: 0, hash: '' } });
});

test('what is written at once is numbered without a gap', async () => {
  const brand = await audited(0);
  await Promise.all(Array.from({ length: 40 }, () => add(brand)));
  expect(await verdict(brand)).toMatchObject({ whole: true, head: { number: 40 } });
});

test('the first link is named that was changed, taken out, put elsewhere or cut off', async () => {
  const of = (brand: Larkspur, number: number) => `brand_id = '${brand.view.id}' AND number = ${number}`;
  const brands = await Promise.all(Array.from({ length: 5 }, () => audited(4)));
  const [changed, gone, swapped, cut, forged] = brands as [Larkspur, Larkspur, Larkspur, Larkspur, Larkspur];
  const kept = await verdict(forged);
  await tampered(
    `UPDATE audit_entries SET actor = 'nobody' WHERE ${of(changed, 2)}`,
    `DELETE FROM audit_entries WHERE ${of(gone, 3)}`,
    `UPDATE audit_entries SET number = 1000 WHERE ${of(swapped, 2)}`,
    `UPDATE audit_entries SET number = 2 WHERE ${of(swapped, 3)}`,
    `UPDATE audit_entries SET number = 3 WHERE ${of(swapped, 1000)}`,
    `DELETE FROM audit_entries WHERE ${of(cut, 4)}`,
    `DELETE FROM audit_entries WHERE ${of(forged, 4)}`,
    `UPDATE audit_heads h SET number = 3, hash = e.hash FROM audit_entries e
      WHERE e.brand_id = h.brand_id AND e.brand_id = '${forged.view.id}' AND e.number = 3`,
  );
  expect(await verdict(changed)).toEqual({ whole: false, number: 2, why: 'changed' });
  expect(await verdict(gone)).toEqual({ whole: false, number: 3, why: 'missing' });
  expect(await verdict(swapped)).toEqual({ whole: false, number: 2, why: 'changed' });
  expect(await verdict(cut)).toEqual({ whole: false, number: 4, why: 'cut-off' });
  // Whoever moves the head as well is found out by a head that was kept elsewhere.
  expect(await verdict(forged)).toMatchObject({ whole: true, head: { number: 3 } });
  if (!kept.whole) throw new Error('It was whole before');
  const { number, hash } = kept.head;
  expect(await verdict(forged, `?number=${number}&hash=${hash}`)).toEqual({
    whole: false,
    number: 4,
    why: 'cut-off',
  });
});

test('the service itself can neither change the log nor move its end, and its owner only by force', async () => {
  const { view } = await audited(1);
  for (const statement of [
    'UPDATE audit_entries SET actor = actor',
    'DELETE FROM audit_entries',
    'TRUNCATE audit_entries',
    'UPDATE audit_heads SET number = number',
    'DELETE FROM audit_heads',
    `INSERT INTO audit_heads (brand_id, number, hash) VALUES ('${view.id}', 7, '')`,
  ])
    await expect(service.$executeRawUnsafe(statement), statement).rejects.toThrow(/permission denied/);
  for (const statement of ['UPDATE audit_entries SET actor = actor', 'DELETE FROM audit_entries'])
    await expect(mighty.$executeRawUnsafe(statement), statement).rejects.toThrow(/only ever added to/);
});

test('an entry cannot choose its place: number and hashes are given by the database', async () => {
  const { view } = await audited(1);
  const values = `'${view.id}', gen_random_uuid(), now(), 'operator', 'encryption_keys_rotated', '{}', 9, '', 'chosen'`;
  await mighty.$executeRawUnsafe(
    `INSERT INTO audit_entries (brand_id, id, at, actor, action, detail, number, previous, hash) VALUES (${values})`,
  );
  const view2 = (await house.operator.call('GET', `${view.slug}/audit`)).as(auditView);
  expect(view2).toMatchObject({ whole: true, head: { number: 2 } });
});
