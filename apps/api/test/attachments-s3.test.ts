import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AttachmentLink, Message } from '@countersign/contracts';
import { freePort } from '@countersign/ports';
import S3rver from 's3rver';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { RemovalsService } from '../dist/attachments/index.js';
import { Consumer } from './house/consumer.js';
import { pdf, png, tryUpload, upload } from './house/files.js';
import { type House, openHouse } from './house/house.js';
import { implicit, type Larkspur, makeLarkspur } from './house/larkspur.js';

let house: House;
let larkspur: Larkspur;
let folder: string;
let port: number;
let bucket: S3rver;

const openBucket = async (): Promise<S3rver> => {
  const server = new S3rver({
    port,
    address: '127.0.0.1',
    silent: true,
    directory: folder,
    configureBuckets: [{ name: 'files', configs: [] }],
  });
  await server.run();
  return server;
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'countersign-bucket-'));
  port = await freePort();
  bucket = await openBucket();
  house = await openHouse({
    S3_BUCKET: 'files',
    S3_ENDPOINT: `http://127.0.0.1:${port}`,
    S3_ACCESS_KEY_ID: 'S3RVER',
    S3_SECRET_ACCESS_KEY: 'S3RVER',
  });
  larkspur = await makeLarkspur(house, [implicit('site')]);
});
afterAll(async () => {
  await house.close();
  await bucket.close();
  await rm(folder, { recursive: true, force: true });
});

const send = ({ line }: Consumer, attachment: string) =>
  line.get<Message>('message:send', {
    clientId: crypto.randomUUID(),
    conversation: null,
    text: '',
    attachment,
  });

test('files lie in a bucket as they lie on a disk', async () => {
  const ada = await Consumer.verified(house, larkspur);
  for (const content of [await png(), pdf()]) {
    const file = await upload(ada, content);
    await send(ada, file.id);
    const { url } = await ada.line.get<AttachmentLink>('attachment:open', { attachment: file.id });
    const read = await fetch(url);
    expect(read.status).toBe(200);
    expect((await read.arrayBuffer()).byteLength).toBe(file.bytes);
  }
  const { brandId, consumerId } = await house.database.conversation.findFirstOrThrow();
  expect(await house.app.get(RemovalsService).eraseOf(brandId, consumerId ?? '')).toBe(2);
});

test('with the store away an upload says so, the chat goes on, and once it is back nothing is lost', async () => {
  const ada = await Consumer.verified(house, larkspur);
  const content = await png();
  const before = await upload(ada, content);
  await send(ada, before.id);
  const { url } = await ada.line.get<AttachmentLink>('attachment:open', { attachment: before.id });
  await bucket.close();

  const refused = (await tryUpload(ada, content)).problem();
  expect(refused).toMatchObject({
    code: 'service_unavailable',
    detail: 'The store of files does not answer.',
  });
  expect((await fetch(url)).status).toBe(503);
  expect(await ada.say('Can you see this?')).toMatchObject({ text: 'Can you see this?' });

  bucket = await openBucket();
  const again = await upload(ada, content);
  expect(await send(ada, again.id)).toMatchObject({ attachment: { id: again.id } });
  expect((await fetch(url)).status).toBe(200);
});
