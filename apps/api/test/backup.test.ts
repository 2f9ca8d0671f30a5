import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { auditView, foundConsumer } from '@countersign/contracts';
import { createPrisma, restoreBackup, writeBackup } from '@countersign/database';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { FactsReader } from '../dist/facts/index.js';
import { Consumer } from './house/consumer.js';
import { freshDatabase, type House, openHouse } from './house/house.js';
import { ISSUER, implicit, type Larkspur, makeLarkspur } from './house/larkspur.js';
import { passwords } from './house/postgres.js';
import { tablesWith } from './house/search.js';

let folder: string;
let file: string;
let fresh: Awaited<ReturnType<typeof freshDatabase>>;
let settings: Record<string, string>;
let house: House;
let larkspur: Larkspur;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'countersign-backup-'));
  file = join(folder, 'backup.gz');
  fresh = await freshDatabase();
  settings = {
    DATABASE_URL: fresh.url,
    MASTER_KEY: randomBytes(32).toString('base64'),
    ERASURE_LIST: join(folder, 'erasures.jsonl'),
  };
  house = await openHouse(settings);
  larkspur = await makeLarkspur(house, [implicit('site')]);
});
afterAll(async () => {
  await fresh.drop();
  rmSync(folder, { recursive: true, force: true });
});

const adminUrl = () => inject('adminUrl').replace(/[^/]*$/, new URL(fresh.url).pathname.slice(1));
const files = () => join(folder, 'files');
const backup = () => writeBackup({ url: adminUrl(), file, folder: files(), now: new Date() });
const restore = (more: { file?: string; replace?: boolean } = {}) =>
  restoreBackup({
    adminUrl: adminUrl(),
    roles: passwords,
    file,
    folder: files(),
    erasures: settings['ERASURE_LIST'] ?? '',
    replace: false,
    now: new Date(),
    ...more,
  });
const idOf = async (subject: string) => {
  const query = new URLSearchParams({ issuer: ISSUER, subject });
  return (await house.operator.call('GET', `larkspur/consumers?${query}`)).as(foundConsumer).id;
};
async function searched(words: string[]): Promise<string[]> {
  const mighty = createPrisma(adminUrl());
  const found = await tablesWith(mighty, words);
  await mighty.$disconnect();
  return found;
}

test('a backup that is restored holds what it held, but nobody who was erased since, and the audit log verifies', async () => {
  const [ada, ben] = await Promise.all(
    ['Ada', 'Ben'].map((word) =>
      Consumer.verified(house, larkspur, { sub: `${word}-kept`, name: `${word} Snapdragon` }),
    ),
  );
  if (!ada || !ben) throw new Error('Nobody came');
  await ada.say('Peppercorn of Ada');
  await ben.say('Juniper of Ben');
  mkdirSync(join(files(), 'aa'), { recursive: true });
  writeFileSync(join(files(), 'aa', 'picture'), randomBytes(300_000));
  const picture = readFileSync(join(files(), 'aa', 'picture'));
  const counts = await backup();
  expect(counts).toMatchObject({ files: 1 });
  expect(counts.rows).toBeGreaterThan(20);
  const before = await idOf('Ada-kept');
  expect((await house.operator.call('DELETE', `larkspur/consumers/${before}`)).status).toBe(200);
  await ben.say('Said after the backup');
  for (const one of [ada, ben]) one.close();
  await expect(restore({ replace: true })).rejects.toThrow('The database is in use: stop the house first');

  await house.close();
  rmSync(files(), { recursive: true });
  await expect(restore()).rejects.toThrow('The database is not empty. With --replace');
  expect(await restore({ replace: true })).toMatchObject({ files: 1, erased: 1 });
  expect(await searched(['Ada-kept', 'Peppercorn', 'Said after'])).toEqual([]);
  expect(await searched(['Juniper of Ben'])).toEqual(['messages']);
  expect(readFileSync(join(files(), 'aa', 'picture')).equals(picture)).toBe(true);

  house = await openHouse(settings);
  expect((await house.operator.call('GET', 'larkspur/audit')).as(auditView)).toMatchObject({ whole: true });
  const id = await idOf('Ben-kept');
  const facts = await house.app.get(FactsReader).ofConsumer(larkspur.view.id, id);
  expect(facts.map(({ value }) => value)).toContain('Ben Snapdragon');
  larkspur = await makeLarkspur(house, [implicit('site')]);
  const again = await Consumer.verified(house, larkspur, { sub: 'Ada-kept', name: 'Ada anew' });
  expect(again.session).toMatchObject({ displayName: 'Ada anew', conversation: null });
  expect(await idOf('Ada-kept')).not.toBe(before);
  again.close();
  await house.close();
});

test('the list beside the database is enough: a database that was lost forgets them again', async () => {
  const mighty = createPrisma(adminUrl());
  await mighty.$executeRawUnsafe('DROP SCHEMA public CASCADE');
  await mighty.$executeRawUnsafe('DROP SCHEMA IF EXISTS partitions CASCADE');
  await mighty.$executeRawUnsafe('CREATE SCHEMA public');
  await mighty.$disconnect();
  expect(await restore()).toMatchObject({ erased: 1 });
  expect(await searched(['Ada-kept', 'Peppercorn'])).toEqual([]);
});

test('what is damaged, cut off, or of a newer schema is refused in words, and nothing is touched', async () => {
  const bytes = readFileSync(file);
  const text = gunzipSync(bytes).toString();
  const other = join(folder, 'other.gz');
  const cases: [string, Buffer, RegExp][] = [
    ['cut off', bytes.subarray(0, bytes.length - 400), /is no whole backup/],
    ['no backup', Buffer.from('hello'), /is no whole backup/],
    ['without its end', gzipSync(text.replace(/\nE[^\n]*\n$/, '\n')), /its end is missing/],
    ['changed', gzipSync(text.replace('Juniper of Ben', 'Juniper of Eve')), /not as it was written/],
  ];
  for (const [what, content, message] of cases) {
    writeFileSync(other, content);
    await expect(restore({ file: other, replace: true }), what).rejects.toThrow(message);
  }
  await expect(restore({ file: join(folder, 'nowhere'), replace: true })).rejects.toThrow(/ENOENT/);
  expect(await searched(['Juniper of Ben'])).toEqual(['messages']);
  expect(existsSync(`${files()}.restored`)).toBe(false);
});

test('a backup of a schema that is not known here is refused', async () => {
  const owner = createPrisma(adminUrl());
  const later = join(folder, 'later.gz');
  await owner.$executeRaw`INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at)
    VALUES ('x', 'x', '20990101000000_later', now())`;
  await writeBackup({ url: adminUrl(), file: later, now: new Date() });
  await owner.$executeRaw`DELETE FROM _prisma_migrations WHERE id = 'x'`;
  await owner.$disconnect();
  await expect(restore({ file: later, replace: true })).rejects.toThrow(
    'is of a newer schema: migration 20990101000000_later is not known here',
  );
});
