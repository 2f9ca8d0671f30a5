import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Message } from '@countersign/contracts';
import { Server } from 'socket.io';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Desk } from './desk.js';

type Reply = (answer: object) => void;
const CONVERSATION = 'the-one';

let http: ReturnType<typeof createServer>;
let io: Server;
let desk: Desk;
let stored: Message[];
/** What happens to the next sendings: they are stored and not acknowledged, or refused. */
let fates: ('lost' | 'refused')[];
/** What happens between reading the log and answering, each time. */
let whileRead: (() => void)[];
const written: string[] = [];

const line = (number: number, text: string, clientId: string | null, from: Message['from']) =>
  ({ conversation: CONVERSATION, number, text, clientId, from }) as Message;

/** As much of the service as a desk can tell from the real one. */
function serve(): void {
  io.of('/agent').on('connection', (socket) => {
    socket.on('conversation:take', (_: unknown, reply: Reply) => reply({ ok: true, value: null }));
    socket.on('conversation:watch', ({ after }: { after: number }, reply: Reply) => {
      const messages = stored.filter(({ number }) => number > after);
      whileRead.shift()?.();
      reply({ ok: true, value: { messages } });
    });
    socket.on('message:send', ({ text, clientId }: { text: string; clientId: string }, reply: Reply) => {
      const fate = fates.shift();
      if (fate === 'refused') return reply({ ok: false, problem: { title: 'Not now.' } });
      const known = stored.find((one) => one.clientId === clientId);
      const message = known ?? line(stored.length + 1, text, clientId, 'agent');
      if (!known) stored.push(message);
      if (fate === 'lost') return socket.conn.close();
      reply({ ok: true, value: message });
    });
  });
}

beforeEach(async () => {
  [stored, fates, whileRead] = [[], [], []];
  written.length = 0;
  http = createServer();
  io = new Server(http);
  serve();
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const ledger = {
    acked: (text: string) => written.push(`acked ${text}`),
    seen: (text: string) => written.push(`seen ${text}`),
    refused: (why: string) => written.push(why),
  };
  const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  desk = new Desk({ url, headers: { origin: url, cookie: 'a=b' }, ledger });
  await desk.take(CONVERSATION);
});
afterEach(async () => {
  desk.leave();
  await io.close();
});

const texts = () => desk.linesOf(CONVERSATION).map(({ text }) => text);

test('a line whose acknowledgement is lost is sent again under its id, and stands once', async () => {
  fates = ['lost'];
  desk.send(CONVERSATION, 'Good morning');
  desk.send(CONVERSATION, 'How may I help?');
  await expect.poll(() => desk.unsent, { timeout: 20_000 }).toBe(0);
  expect(stored.map(({ text }) => text)).toEqual(['Good morning', 'How may I help?']);
  expect(texts()).toEqual(['Good morning', 'How may I help?']);
  expect(written).toEqual(['acked Good morning', 'acked How may I help?']);
}, 30_000);

test('what is refused is written down, waits, and goes out in its order', async () => {
  fates = ['refused'];
  for (const text of ['one', 'two']) desk.send(CONVERSATION, text);
  await expect.poll(() => desk.unsentOf(CONVERSATION), { timeout: 10_000 }).toBe(0);
  expect(written).toEqual(['agent: Not now.', 'acked one', 'acked two']);
});

test('what comes after a gap is read from the log, with what lies between', async () => {
  for (const number of [1, 2, 3]) stored.push(line(number, `line ${number}`, null, 'consumer'));
  io.of('/agent').emit('message:new', stored[2]);
  await expect.poll(texts).toEqual(['line 1', 'line 2', 'line 3']);
  expect(written).toEqual(['seen line 1', 'seen line 2', 'seen line 3']);
});

test('a line that is told of while the log is read is not forgotten', async () => {
  for (const number of [1, 2]) stored.push(line(number, `line ${number}`, null, 'consumer'));
  whileRead.push(() => {
    stored.push(line(3, 'line 3', null, 'consumer'));
    io.of('/agent').emit('message:new', stored[2]);
  });
  io.of('/agent').emit('message:new', stored[1]);
  await expect.poll(texts).toEqual(['line 1', 'line 2', 'line 3']);
});
