import { randomUUID } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { type Attachment, type AttachmentLink, attachment, type Message } from '@countersign/contracts';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { RemovalsService } from '../dist/attachments/index.js';
import { type Agent, take, watch } from './house/agent.js';
import { Consumer } from './house/consumer.js';
import { Desks } from './house/desks.js';
import {
  avif,
  gif,
  pdf,
  photograph,
  png,
  readAsAgent,
  tryAgentUpload,
  tryUpload,
  upload,
  webp,
} from './house/files.js';
import { type House, openHouse } from './house/house.js';
import { implicit, type Larkspur, makeLarkspur } from './house/larkspur.js';

let house: House;
let desks: Desks;
let larkspur: Larkspur;
let noor: Agent;
let theo: Agent;
let lead: Agent;

beforeAll(async () => {
  house = await openHouse();
  desks = await Desks.open(house);
  larkspur = await makeLarkspur(house, [implicit('site')]);
  await desks.staff(larkspur, [
    { email: 'noor@gmail.com', name: 'Noor' },
    { email: 'theo@gmail.com', name: 'Theo' },
    { email: 'lena@gmail.com', name: 'Lena', role: 'lead' },
  ]);
  [noor, theo, lead] = await Promise.all([
    desks.agent('larkspur', 'noor@gmail.com'),
    desks.agent('larkspur', 'theo@gmail.com'),
    desks.agent('larkspur', 'lena@gmail.com'),
  ]);
});
afterAll(async () => {
  await desks.close();
  await house.close();
});

const sendFile = (
  { line }: Consumer,
  file: Pick<Attachment, 'id'>,
  conversation: string | null = null,
  text = '',
) => line.get<Message>('message:send', { clientId: randomUUID(), conversation, text, attachment: file.id });
const linkTo = ({ line }: Consumer, id: string) =>
  line.get<AttachmentLink>('attachment:open', { attachment: id });
const filesIn = async (folder: string) =>
  (await readdir(folder, { recursive: true, withFileTypes: true })).filter((one) => one.isFile());

test('a file that was uploaded before there is a conversation goes with the first message', async () => {
  const ada = await Consumer.verified(house, larkspur);
  const file = await upload(ada, await png(), { name: 'my bill.png' });
  expect(file).toMatchObject({ name: 'my bill.png', type: 'image/png', width: 900, height: 600 });
  const message = await sendFile(ada, file, null, 'This one.');
  expect(message).toMatchObject({ number: 2, text: 'This one.', attachment: file });

  const desk = await noor.connect();
  await take(desk, message.conversation);
  const { messages, conversation } = await watch(desk, message.conversation);
  expect(messages.find(({ id }) => id === message.id)?.attachment).toEqual(file);
  expect(conversation.lastMessage?.text).toBe('This one.');
  const shown = await readAsAgent(noor, file.id);
  expect(shown.status).toBe(200);
  expect((await sharp(Buffer.from(await shown.arrayBuffer())).metadata()).width).toBe(900);
  const preview = await readAsAgent(noor, file.id, 'preview');
  expect(preview.headers.get('content-type')).toBe('image/webp');
  expect((await sharp(Buffer.from(await preview.arrayBuffer())).metadata()).width).toBe(640);
  desk.close();
});

test('an agent answers with a picture, and the consumer reads it by a link', async () => {
  const ada = await Consumer.verified(house, larkspur);
  const { conversation } = await ada.say('Where is the reset button?');
  const desk = await noor.connect();
  await take(desk, conversation);
  const file = (await tryAgentUpload(noor, conversation, await png())).as(attachment);
  const input = { clientId: randomUUID(), conversation, text: '', attachment: file.id };
  await desk.get<Message>('message:send', input);
  const heard = await ada.line.hears<Message>('message:new', ({ from }) => from === 'agent');
  expect(heard).toMatchObject({ text: '', attachment: { name: 'answer.png' } });
  const { url, preview } = await linkTo(ada, file.id);
  for (const address of [url, preview ?? '']) expect((await fetch(address)).status).toBe(200);
  desk.close();
});

test('a picture is made anew: turned upright, without the place and the person it named', async () => {
  const ada = await Consumer.verified(house, larkspur);
  const came = await photograph();
  expect(came.includes('Ada Osei')).toBe(true);
  const file = await upload(ada, came, { name: 'kitchen.jpg' });
  expect(file).toMatchObject({ type: 'image/jpeg', width: 600, height: 900 });
  await sendFile(ada, file);
  const { url } = await linkTo(ada, file.id);
  const kept = Buffer.from(await (await fetch(url)).arrayBuffer());
  expect((await sharp(kept).metadata()).exif).toBeUndefined();
  expect(kept.includes('Ada Osei')).toBe(false);
});

test('each kind that can be sent is kept as what it is, whatever it is called', async () => {
  const ada = await Consumer.verified(house, larkspur);
  const kinds = [
    [await webp(), 'image/webp', 'a.exe.webp'],
    [await gif(), 'image/gif', 'a.exe.gif'],
    [await avif(), 'image/webp', 'a.exe.webp'],
    [pdf(), 'application/pdf', 'a.exe.pdf'],
  ] as const;
  for (const [content, type, name] of kinds)
    expect(await upload(ada, content, { name: 'a.exe' })).toMatchObject({ type, name });
});

test('a PDF is saved and never opened as a page', async () => {
  const ada = await Consumer.verified(house, larkspur);
  const file = await upload(ada, pdf('<script>alert(1)</script>'), { name: 'März "final".pdf' });
  await sendFile(ada, file);
  const link = await linkTo(ada, file.id);
  expect(link.preview).toBeNull();
  const { headers } = await fetch(link.url);
  expect(headers.get('content-type')).toBe('application/pdf');
  expect(headers.get('content-disposition')).toMatch(
    /^attachment; filename="M_rz _final_\.pdf"; filename\*=UTF-8''/,
  );
  expect(headers.get('content-security-policy')).toContain("sandbox; default-src 'none'");
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('cache-control')).toBe('private, no-store');
});

test('a file is read by the agent who has the conversation, and by a lead, whose look is written down', async () => {
  const ada = await Consumer.verified(house, larkspur, { sub: 'bea' });
  const file = await upload(ada, await png());
  const { conversation } = await sendFile(ada, file);
  expect((await readAsAgent(noor, file.id)).status).toBe(403);
  const desk = await noor.connect();
  await take(desk, conversation);
  expect((await readAsAgent(noor, file.id)).status).toBe(200);
  expect((await readAsAgent(theo, file.id)).status).toBe(403);
  expect((await readAsAgent(lead, file.id)).status).toBe(200);
  const looks = await house.database.auditEntry.findMany({ where: { action: 'file_seen' } });
  expect(looks.map(({ detail }) => detail)).toEqual([{ conversation }]);
  await desk.get('conversation:end', { conversation });
  expect((await readAsAgent(noor, file.id)).status).toBe(403);
  desk.close();
});

test('a link to a file is good for minutes, for one part, and while the session lives', async () => {
  const ada = await Consumer.verified(house, larkspur);
  const file = await upload(ada, await png());
  await sendFile(ada, file);
  const { url } = await linkTo(ada, file.id);
  const changed = (name: string, value: string) => {
    const other = new URL(url);
    other.searchParams.set(name, value);
    return other;
  };
  expect((await fetch(url)).status).toBe(200);
  expect((await fetch(changed('part', 'preview'))).status).toBe(403);
  expect((await fetch(changed('session', randomUUID()))).status).toBe(403);
  expect((await fetch(changed('until', String(Date.now() + 9_000_000)))).status).toBe(403);
  house.later({ minutes: 6 });
  expect((await fetch(url)).status).toBe(403);
  const anew = await linkTo(ada, file.id);
  expect((await fetch(anew.url)).status).toBe(200);
  await ada.page.signOut(ada.session.token);
  expect((await fetch(anew.url)).status).toBe(401);
  house.resetClock();
});

test('nobody else gets a link to a file, and none is there before it was sent', async () => {
  const ada = await Consumer.verified(house, larkspur);
  const gus = await Consumer.verified(house, larkspur, { sub: 'gus' });
  const file = await upload(ada, await png());
  const asked = (consumer: Consumer) => consumer.line.ask('attachment:open', { attachment: file.id });
  expect(await asked(ada)).toMatchObject({ problem: { code: 'attachment_not_found' } });
  await sendFile(ada, file);
  expect(await asked(gus)).toMatchObject({ problem: { code: 'conversation_not_found' } });
  expect(await asked(ada)).toMatchObject({ ok: true });
});

test('a file goes with one message, and with none of anybody else', async () => {
  const ada = await Consumer.verified(house, larkspur, { sub: 'kim' });
  const gus = await Consumer.verified(house, larkspur, { sub: 'gus' });
  const file = await upload(ada, await png());
  const input = (clientId: string) => ({ clientId, conversation: null, text: '', attachment: file.id });
  expect(await gus.line.ask('message:send', input(randomUUID()))).toMatchObject({
    problem: { code: 'attachment_not_found' },
  });
  const clientId = randomUUID();
  const first = await ada.line.get<Message>('message:send', input(clientId));
  expect(await ada.line.get<Message>('message:send', input(clientId))).toEqual(first);
  expect(await ada.line.ask('message:send', input(randomUUID()))).toMatchObject({
    problem: { code: 'attachment_used' },
  });
});

test('a message says something, or carries a file', async () => {
  const ada = await Consumer.verified(house, larkspur);
  const input = { clientId: randomUUID(), conversation: null, text: '' };
  expect(await ada.line.ask('message:send', input)).toMatchObject({ problem: { code: 'request_malformed' } });
  expect(await ada.line.ask('message:send', { ...input, attachment: randomUUID() })).toMatchObject({
    problem: { code: 'attachment_not_found' },
  });
});

test('nothing is uploaded to a conversation that has ended, or is not one’s own', async () => {
  const ada = await Consumer.verified(house, larkspur, { sub: 'uma' });
  const gus = await Consumer.verified(house, larkspur, { sub: 'gus' });
  const { conversation } = await ada.say('Hello');
  const content = await png();
  expect((await tryUpload(gus, content, { conversation })).problem().code).toBe('conversation_not_found');
  expect((await tryAgentUpload(noor, conversation, content)).problem().code).toBe('agent_not_assigned');
  await ada.line.get('conversation:end', { conversation });
  expect((await tryUpload(ada, content, { conversation })).problem().code).toBe('conversation_ended');
});

test('what nobody sends within the hour is removed, and what was erased leaves no file', async () => {
  const iris = await Consumer.verified(house, larkspur, { sub: 'iris' });
  const removals = house.app.get(RemovalsService);
  const kept = await upload(iris, await png());
  const { conversation } = await sendFile(iris, kept);
  const before = (await filesIn(house.folder)).length;
  await upload(iris, await png());
  await removals.sweep();
  expect((await filesIn(house.folder)).length).toBe(before + 2);
  house.later({ minutes: 61 });
  await removals.sweep();
  // Of others' tests as well: what is left belongs to messages.
  const rows = await house.database.attachment.findMany();
  expect(rows.every(({ messageId }) => messageId !== null)).toBe(true);
  expect((await filesIn(house.folder)).length).toBe(
    rows.reduce((sum, { preview }) => sum + (preview ? 2 : 1), 0),
  );
  const { brandId, consumerId } = await house.database.conversation.findFirstOrThrow({
    where: { id: conversation },
  });
  const all = (await filesIn(house.folder)).length;
  expect(await removals.eraseOf(brandId, consumerId ?? '')).toBe(1);
  expect((await filesIn(house.folder)).length).toBe(all - 2);
  expect(await house.database.attachment.count({ where: { id: kept.id } })).toBe(0);
  house.resetClock();
});
