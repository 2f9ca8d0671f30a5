import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Message } from '@countersign/contracts';
import { createPrisma } from '@countersign/database';
import { freePort } from '@countersign/ports';
import { io } from 'socket.io-client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { environment, freshDatabase, type House, OPERATOR_KEY } from './house/house.js';
import { implicit, type Larkspur, makeLarkspur, ORIGIN } from './house/larkspur.js';
import { Operator } from './house/operator.js';

const MAIN = fileURLToPath(new URL('../dist/main.js', import.meta.url));

let fresh: Awaited<ReturnType<typeof freshDatabase>>;
let settings: Record<string, string>;
let child: ChildProcess;
let url: string;
let larkspur: Larkspur;

/** The API in a process of its own, ready when it says so. */
async function start(): Promise<void> {
  child = spawn(process.execPath, [MAIN], {
    env: { ...process.env, ...settings, LOG_LEVEL: 'info' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise<void>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`The API ended with ${code} before it was ready.`)));
    child.stdout?.on('data', (chunk: Buffer) => {
      if (chunk.includes('the API is ready')) resolve();
    });
  });
}

async function kill(): Promise<void> {
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

beforeAll(async () => {
  fresh = await freshDatabase();
  const port = await freePort();
  settings = environment(port, fresh.url);
  url = `http://localhost:${port}`;
  await start();
  const remote = {
    url,
    operator: new Operator(url, OPERATOR_KEY),
    now: () => new Date(),
  } as unknown as House;
  larkspur = await makeLarkspur(remote, [implicit('site')]);
});
afterAll(async () => {
  await kill();
  await fresh.drop();
});

test('after kill -9 every acknowledged message is there, once and in order', async () => {
  const page = await larkspur.page();
  const session = await page.anonymous('site');
  const { token } = session;
  const auth = (give: (credentials: object) => void) =>
    void page.possession('POST', '/socket/consumer', token).then((proof) => give({ token, proof }));
  const socket = io(`${url}/consumer`, {
    transports: ['websocket'],
    extraHeaders: { origin: ORIGIN },
    auth,
    reconnectionDelay: 50,
    reconnectionDelayMax: 200,
  });
  const connected = () =>
    socket.connected || new Promise((resolve) => socket.once('connect', () => resolve(true)));
  /** As any client does: what was not acknowledged goes again when the line is back, under the same id. */
  const send = async (text: string, conversation: string | null): Promise<Message> => {
    const input = { clientId: randomUUID(), conversation, text };
    for (;;) {
      await connected();
      const reply = await socket
        .timeout(15_000)
        .emitWithAck('message:send', input)
        .catch(() => undefined);
      if (reply) return (reply as { value: Message }).value;
    }
  };
  const first = await send('0', null);
  const acknowledged: Message[] = [first];
  const speak = async () => {
    for (let number = 1; number <= 60; number += 1) {
      acknowledged.push(await send(String(number), first.conversation));
      if (number === 20) void kill().then(start);
    }
  };
  await speak();
  const { value } = (await socket.emitWithAck('conversation:resume', {
    conversation: first.conversation,
    after: 0,
  })) as { value: { messages: Message[] } };
  expect(value.messages.map(({ number }) => number)).toEqual(value.messages.map((_, index) => index + 1));
  expect(value.messages.slice(1)).toEqual(acknowledged);
  expect(acknowledged.map(({ text }) => text)).toEqual(
    Array.from({ length: 61 }, (_, number) => String(number)),
  );
  socket.disconnect();
}, 60_000);

test('a message whose database connection broke is sent again without harm', async () => {
  const page = await larkspur.page();
  const { token } = await page.anonymous('site');
  const proof = await page.possession('POST', '/socket/consumer', token);
  const socket = io(`${url}/consumer`, {
    transports: ['websocket'],
    extraHeaders: { origin: ORIGIN },
    auth: { token, proof },
  });
  await new Promise<void>((resolve) => socket.once('connect', resolve));
  const clientId = randomUUID();
  const input = { clientId, conversation: null, text: 'Hello' };
  const admin = createPrisma(fresh.url);
  const ended = await admin.$queryRaw<{ pid: number }[]>`
    SELECT pid, pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid()`;
  const pids = ended.map(({ pid }) => pid);
  expect(pids).not.toEqual([]);
  // They are told to end, and end a moment later.
  await expect
    .poll(() => admin.$queryRaw`SELECT pid FROM pg_stat_activity WHERE pid = ANY(${pids}::int[])`)
    .toEqual([]);
  await admin.$disconnect();
  const replies = [
    await socket.emitWithAck('message:send', input),
    await socket.emitWithAck('message:send', input),
  ];
  expect(replies.at(-1)).toMatchObject({ ok: true, value: { number: 2 } });
  socket.disconnect();
});
