import { readdir } from 'node:fs/promises';
import { request } from 'node:http';
import { deflateSync } from 'node:zlib';
import { ATTACHMENT_LIMIT, type AttachmentLink, type Message } from '@countersign/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { UploadsService } from '../dist/attachments/uploads.service.js';
import { Consumer } from './house/consumer.js';
import { gif, pdf, photograph, png, tryUpload, upload } from './house/files.js';
import { type House, openHouse } from './house/house.js';
import { implicit, type Larkspur, makeLarkspur } from './house/larkspur.js';

const SCRIPT = '<script>alert(document.domain)</script>';
let house: House;
let larkspur: Larkspur;
let ada: Consumer;

beforeAll(async () => {
  // Enough for 10 MB on a busy machine, and little enough to wait for.
  house = await openHouse({ UPLOAD_SECONDS: '4' });
  larkspur = await makeLarkspur(house, [implicit('site')]);
});
afterAll(() => house.close());

/** A person for each test: what is unsent of one is none of the other's. */
const somebody = async (sub: string): Promise<Consumer> => {
  ada = await Consumer.verified(house, larkspur, { sub });
  return ada;
};
const refusal = async (body: Buffer, name = 'bill.png'): Promise<string> =>
  (await tryUpload(ada, body, { name })).problem().code;
const kept = async (body: Buffer): Promise<Buffer> => {
  const file = await upload(ada, body);
  const input = { clientId: crypto.randomUUID(), conversation: null, text: '', attachment: file.id };
  await ada.line.get<Message>('message:send', input);
  const { url } = await ada.line.get<AttachmentLink>('attachment:open', { attachment: file.id });
  return Buffer.from(await (await fetch(url)).arrayBuffer());
};

function chunk(name: string, content: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  const body = Buffer.concat([Buffer.from(name), content]);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc(body));
  return Buffer.concat([length, body, sum]);
}
/** CRC-32, as PNG wants it. */
function crc(bytes: Buffer): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return (sum ^ 0xffffffff) >>> 0;
}
/** A few kilobytes that claim to be of this size, and unpack to nothing but black. */
function bomb(width: number, height: number, rows = height): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([1, 0, 0, 0, 0], 8);
  const content = deflateSync(Buffer.alloc((Math.ceil(width / 8) + 1) * rows), { level: 9 });
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', content),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

test('a file that lies about its type is refused, whatever its name and header say', async () => {
  await somebody('lies');
  const page = Buffer.from(`<!doctype html>${SCRIPT}`);
  for (const name of ['bill.png', 'bill.pdf', 'bill.html'])
    expect(await refusal(page, name)).toBe('attachment_type_refused');
  const answer = await tryUpload(ada, page, { headers: { 'content-type': 'image/png' } });
  expect(answer.problem().code).toBe('attachment_type_refused');
  expect(answer.status).toBe(415);
});

test('an SVG is refused: it is a program', async () => {
  await somebody('svg');
  const svg = `<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg">${SCRIPT}</svg>`;
  expect(await refusal(Buffer.from(svg), 'logo.svg')).toBe('attachment_type_refused');
});

test('a polyglot loses its other half, or is refused', async () => {
  await somebody('polyglot');
  const script = Buffer.from(`/*${SCRIPT}*/=1;alert(1)`);
  const archive = Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(64), Buffer.from('PK\x05\x06')]);
  for (const [picture, other] of [
    [await gif(), script],
    [await photograph(), archive],
    [await png(), script],
  ] as const) {
    const clean = await kept(Buffer.concat([picture, other]));
    expect(clean.includes(other)).toBe(false);
  }
  const page = Buffer.from(SCRIPT);
  expect(await refusal(Buffer.concat([page, pdf()]), 'a.pdf')).toBe('attachment_type_refused');
  expect(await refusal(Buffer.concat([pdf(), page]), 'a.pdf')).toBe('attachment_unreadable');
  expect(await refusal(Buffer.concat([pdf(), archive]), 'a.pdf')).toBe('attachment_unreadable');
});

test('a GIF whose head is also a script is no picture', async () => {
  await somebody('gifjs');
  expect(await refusal(Buffer.from('GIF89a/*\0\0*/=1;alert(1)//'))).toBe('attachment_unreadable');
});

test('a decompression bomb is refused before it is unpacked', async () => {
  await somebody('bomb');
  const large = bomb(50_000, 50_000, 500);
  expect(large.length).toBeLessThan(100_000);
  expect(await refusal(large)).toBe('attachment_too_many_pixels');
  // Within the number of pixels, and it does not hold what it claims.
  expect(await refusal(bomb(4_000, 4_000, 10))).toBe('attachment_unreadable');
});

test('a picture that breaks off is refused', async () => {
  await somebody('broken');
  const whole = await photograph();
  expect(await refusal(whole.subarray(0, whole.length / 2))).toBe('attachment_unreadable');
  expect(await refusal(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'))).toBe('attachment_unreadable');
});

test('one byte more than 10 MB is refused, by what is promised and by what comes', async () => {
  await somebody('large');
  const full = Buffer.concat([
    Buffer.from('%PDF-1.7\n'),
    Buffer.alloc(ATTACHMENT_LIMIT - 16, 32),
    Buffer.from('\n%%EOF\n'),
  ]);
  expect(full.length).toBe(ATTACHMENT_LIMIT);
  expect(await upload(ada, full, { name: 'a.pdf' })).toMatchObject({ bytes: ATTACHMENT_LIMIT });
  const more = Buffer.concat([full, Buffer.from('\n')]);
  const promised = await tryUpload(ada, more);
  expect(promised.status).toBe(413);
  expect(promised.problem().code).toBe('attachment_too_large');
  const streamed = await tryUpload(ada, new Blob([more]).stream());
  expect(streamed.problem().code).toBe('attachment_too_large');
});

test('nothing at all is refused', async () => {
  await somebody('empty');
  expect(await refusal(Buffer.alloc(0))).toBe('attachment_empty');
});

test('whoever sends too slowly, or breaks off, is not waited for', async () => {
  await somebody('slow');
  const slow = new ReadableStream<Uint8Array>({
    start: (stream) => stream.enqueue(new Uint8Array(Buffer.from('%PDF-1.7\n'))),
  });
  const answer = await tryUpload(ada, slow);
  expect(answer.status).toBe(408);
  expect(answer.problem().code).toBe('upload_interrupted');

  const { port } = new URL(house.url);
  const path = '/v1/attachments';
  const headers = {
    authorization: `DPoP ${ada.session.token}`,
    dpop: await ada.page.possession('POST', path, ada.session.token),
    'content-length': '1000',
  };
  const broken = request({ port, host: 'localhost', method: 'POST', path, headers });
  broken.on('error', () => undefined);
  await new Promise<void>((sent) => broken.write('%PDF-1.7\n', () => sent()));
  broken.destroy();
  // Its place is free again: three more are taken at once.
  const three = await Promise.all([1, 2, 3].map(async () => (await tryUpload(ada, pdf())).status));
  expect(three.filter((status) => status === 201).length).toBeGreaterThanOrEqual(2);
});

test('of one person only so many files are on their way, and wait to be sent', async () => {
  await somebody('many');
  const slow = () => new ReadableStream<Uint8Array>({ start: (one) => one.enqueue(new Uint8Array([1])) });
  const answers = await Promise.all([1, 2, 3, 4, 5].map(() => tryUpload(ada, slow())));
  expect(answers.map(({ status }) => status).sort()).toEqual([408, 408, 408, 429, 429]);
  for (const answer of answers.filter(({ status }) => status === 429))
    expect(answer.problem().retryAfter).toBe(2);
  for (let file = 0; file < 20; file += 1) await upload(ada, pdf());
  expect(await refusal(pdf(), 'a.pdf')).toBe('rate_limited');
});

test('nothing is uploaded without a session and its key', async () => {
  await somebody('keyless');
  const content = await png();
  const without = await fetch(`${house.url}/v1/attachments`, {
    method: 'POST',
    body: new Uint8Array(content),
  });
  expect(without.status).toBe(401);
  const wrong = await tryUpload(ada, content, { headers: { dpop: await ada.page.possession('GET', '/') } });
  expect(wrong.problem().code).toBe('key_proof_invalid');
  expect(await upload(await Consumer.anonymous(house, larkspur), content)).toMatchObject({
    type: 'image/png',
  });
});

test('what was refused leaves nothing behind', async () => {
  expect(await readdir(house.app.get(UploadsService)['folder'])).toEqual([]);
  const stored = (await readdir(house.folder, { recursive: true, withFileTypes: true })).filter((one) =>
    one.isFile(),
  );
  const rows = await house.database.attachment.findMany();
  expect(stored.length).toBe(rows.reduce((sum, { preview }) => sum + (preview ? 2 : 1), 0));
});
