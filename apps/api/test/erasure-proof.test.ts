import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { auditView, consumerExport, erasedView } from '@countersign/contracts';
import { restoreBackup, writeBackup } from '@countersign/database';
import { findRedis, type Redis, startRedis } from '@countersign/database/redis';
import { freePort } from '@countersign/ports';
import S3rver from 's3rver';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { RemovalsService } from '../dist/attachments/index.js';
import { withActions } from './house/carded.js';
import { Desks } from './house/desks.js';
import { freshDatabase, openHouse } from './house/house.js';
import { implicit, type Larkspur, makeLarkspur } from './house/larkspur.js';
import { type Known, live } from './house/lived.js';
import { backupHas, columnsWith, filesWith, keysWith, linesWith } from './house/looking.js';
import { passwords } from './house/postgres.js';
import { type Several, startSeveral } from './house/several.js';

/** Where there is none, one process serves the house, and what is said of Redis is skipped. */
const hasRedis = (await findRedis()) !== undefined;

/** Of issuer and subject, of what was said, and of files: names and facts lie sealed, under a key that goes with them. */
const WORDS_BEFORE = [
  'attachments.name',
  'consumers.subject',
  'messages.text',
  'messages.event',
  'messages.attachment',
];
const NAMED_BEFORE = [
  'attachments.id',
  'cards.consumer_id',
  'consumers.id',
  'conversations.consumer_id',
  'facts.consumer_id',
  'identity_events.conversation_id',
  'messages.conversation_id',
  'page_facts.session_id',
  'sessions.consumer_id',
];

/** What must remain: ids that are chance, in the chain of what was done and in the list for a backup that is restored. */
const NAMED_AFTER = ['audit_entries.actor', 'audit_entries.detail', 'erasures.consumer_id'];
/** For a day at most: that a proof begun before opens nothing in that browser, and that what was used once stays used. */
const BROWSER_AFTER = ['logouts.key_thumbprint', 'used_possessions.thumbprint', 'used_proofs.key_thumbprint'];

/**
 * Somebody lives in a house of real processes, is exported and erased. Before it a search finds them wherever they are expected,
 * so that it cannot be blind; afterwards nowhere, but for what is named here.
 */
describe.each(['the local disk', 'a bucket'])('somebody who was erased, with files on %s', (store) => {
  let folder: string;
  let bucket: S3rver | undefined;
  let redis: Redis | undefined;
  let several: Several;
  let desks: Desks;
  let larkspur: Larkspur;
  let ada: Known;
  let ben: Known;

  const onDisk = store === 'the local disk';
  const files = () => join(folder, 'files');
  const list = () => join(folder, 'erasures.jsonl');
  const backup = () => join(folder, 'backup.gz');
  const inTables = (words: readonly string[]) => columnsWith(several.adminUrl, words);
  const inRedis = (words: readonly string[]) => keysWith(redis?.url ?? '', words);
  const call = (method: string, path: string) => several.house.operator.call(method, `larkspur/${path}`);

  async function bucketSettings(): Promise<Record<string, string>> {
    const port = await freePort();
    const configureBuckets = [{ name: 'files', configs: [] }];
    bucket = new S3rver({ port, address: '127.0.0.1', silent: true, directory: files(), configureBuckets });
    await bucket.run();
    const keys = { S3_ACCESS_KEY_ID: 'S3RVER', S3_SECRET_ACCESS_KEY: 'S3RVER' };
    return { S3_BUCKET: 'files', S3_ENDPOINT: `http://127.0.0.1:${port}`, ...keys };
  }

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'countersign-erasure-'));
    if (hasRedis) redis = await startRedis();
    several = await startSeveral(1, {
      ...(onDisk ? { ATTACHMENTS_FOLDER: files() } : await bucketSettings()),
      ...(redis ? { REDIS_URL: redis.url } : {}),
      ERASURE_LIST: list(),
      LOG_LEVEL: 'debug',
    });
    larkspur = await makeLarkspur(several.house, [implicit('site')]);
    desks = await Desks.open(several.house);
    await desks.staff(withActions(larkspur), [{ email: 'mara@gmail.com', name: 'Mara' }]);
    ada = await live(several.house, larkspur, desks, 'Tamarisk');
    ben = await live(several.house, larkspur, desks, 'Oleander');
    const what = { url: several.adminUrl, file: backup(), now: new Date() };
    await writeBackup(onDisk ? { ...what, folder: files() } : what);
  });
  afterAll(async () => {
    await several.close();
    await desks.close();
    await redis?.stop();
    await bucket?.close();
    await rm(folder, { recursive: true, force: true });
  });

  test('before it, every table that holds a word of theirs is found, and every one that names them', async () => {
    expect(await inTables([ada.word])).toEqual(WORDS_BEFORE);
    const named = await inTables(ada.ids);
    for (const column of NAMED_BEFORE) expect(named).toContain(column);
    expect(await inTables([ada.browser])).toContain('sessions.key_thumbprint');
  });

  test('before it, their files are found in the store, and words and files in a backup', async () => {
    expect(await filesWith(files(), ada.contents)).toBe(ada.contents.length);
    const inBackup = await backupHas(backup(), [ada.word, ...ada.contents]);
    // Of a bucket the backup holds no files.
    expect(inBackup).toEqual({ rows: true, files: onDisk });
  });

  test('the log of the house tells what it did, and neither a word nor an id of theirs', () => {
    const log = several.output();
    expect(linesWith(log, ['/v1/attachments', '/v1/sessions']).length).toBeGreaterThan(4);
    expect(linesWith(log, [ada.word, ada.browser, ...ada.ids])).toEqual([]);
  });

  test.skipIf(!hasRedis)(
    'Redis refers to their conversation by its id, and holds no word of theirs',
    async () => {
      expect(await inRedis([ada.conversation])).toEqual(['countersign']);
      expect(await inRedis([ada.word, ada.browser])).toEqual([]);
    },
  );

  test('an export holds all of it', async () => {
    const exported = (await call('GET', `consumers/${ada.id}/export`)).as(consumerExport);
    const text = JSON.stringify(exported);
    for (const said of ada.said) expect(text).toContain(said);
    expect(text).not.toContain(ben.word);
  });

  test('after it, no table holds a word of theirs, and their id stands where it is said that they were erased', async () => {
    const { conversations, sessions } = (await call('DELETE', `consumers/${ada.id}`)).as(erasedView);
    expect({ conversations, sessions }).toEqual({ conversations: 1, sessions: 1 });
    expect(await inTables([ada.word])).toEqual([]);
    expect(await inTables(ada.ids)).toEqual(NAMED_AFTER);
    expect(await inTables([ada.browser])).toEqual(BROWSER_AFTER);
    expect((await call('GET', 'audit')).as(auditView)).toMatchObject({ whole: true });
    // The search sees still.
    expect(await inTables([ben.word])).toEqual(WORDS_BEFORE);
  });

  test('after it, neither the store, the log nor the list of erasures holds anything of theirs', async () => {
    expect(await filesWith(files(), [ada.word, ...ada.contents])).toBe(0);
    expect(await filesWith(files(), ben.contents)).toBe(ben.contents.length);
    expect(linesWith(several.output(), [ada.word, ada.browser, ...ada.ids])).toEqual([]);
    const kept = await readFile(list(), 'utf8');
    expect(linesWith(kept, [ada.id])).toHaveLength(1);
    expect(linesWith(kept, [ada.word, ada.browser])).toEqual([]);
  });

  test.skipIf(!hasRedis)(
    'after it, Redis holds references that lead nowhere, and no word of theirs',
    async () => {
      expect(await inRedis([ada.word, ada.browser])).toEqual([]);
      expect(await inRedis([ben.conversation])).toEqual(['countersign']);
    },
  );

  test.runIf(onDisk)(
    'where nobody knows of the erasure, the backup brings them back: so it would be seen',
    async () => {
      const other = await freshDatabase();
      await restored(other.adminUrl, join(folder, 'no-list'), join(folder, 'files-of-another'));
      expect(await columnsWith(other.adminUrl, [ada.word])).toEqual(WORDS_BEFORE);
      await other.drop();
    },
  );

  test('the same backup, restored in this house, holds nothing of theirs, and all of who was not erased', async () => {
    await several.stop();
    await restored(several.adminUrl, list(), onDisk ? files() : join(folder, 'nothing'));
    const house = await openHouse({ ...several.settings, LOG_LEVEL: 'silent' });
    house.later({ minutes: 61 });
    await house.app.get(RemovalsService).sweep();
    expect(await inTables([ada.word])).toEqual([]);
    expect(await inTables(ada.ids)).toEqual(NAMED_AFTER);
    expect(await filesWith(files(), [ada.word, ...ada.contents])).toBe(0);
    expect(await inTables([ben.word])).toEqual(WORDS_BEFORE);
    expect(await filesWith(files(), ben.contents)).toBe(ben.contents.length);
    expect((await house.operator.call('GET', 'larkspur/audit')).as(auditView)).toMatchObject({ whole: true });
    await house.close();
  });

  const restored = (adminUrl: string, erasures: string, into: string) =>
    restoreBackup({
      adminUrl,
      roles: passwords,
      file: backup(),
      folder: into,
      erasures,
      replace: true,
      now: new Date(),
    });
});
