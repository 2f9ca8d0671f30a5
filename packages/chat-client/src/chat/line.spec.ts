import { expect, test } from 'vitest';
import { settled, Time } from '../../test/time.js';
import type { TextSocket } from '../platform/platform.js';
import { type LineOptions, openLine } from './line.js';

const OPEN = '0{"sid":"s","pingInterval":25000,"pingTimeout":20000}';
const CONNECTED = '40/consumer,{"sid":"s"}';
const never = () => undefined;

/** A line over sockets that say what a test says. */
function world(more: Partial<LineOptions> = {}) {
  const time = new Time();
  const sockets: (TextSocket & { url: string; sent: string[]; closed: boolean })[] = [];
  const told: unknown[] = [];
  let random = 0.5;
  const line = openLine({
    apiUrl: 'https://chat.example',
    platform: {
      after: time.after,
      now: () => time.now,
      random: () => random,
      socket(url) {
        const made = {
          url,
          sent: [] as string[],
          closed: false,
          onmessage: null,
          onclose: null,
          send: (text: string) => void made.sent.push(text),
          close: () => {
            made.closed = true;
          },
        };
        sockets.push(made);
        return made;
      },
    },
    credentials: async () => ({ token: 'secret', proof: 'p' }),
    onUp: () => told.push('up'),
    onDown: (refused) => void told.push(['down', refused]),
    on: {
      'message:new': (message) => told.push(message),
      'conversation:changed': never,
      typing: never,
      'duty:changed': never,
      'marks:changed': never,
      'read:changed': never,
      'card:changed': never,
      'identity:requested': never,
      'session:changed': never,
    },
    ...more,
  });
  const last = () => sockets.at(-1);
  const say = (...texts: string[]) => {
    for (const data of texts) last()?.onmessage?.({ data });
  };
  const up = async () => {
    await settled();
    say(OPEN, CONNECTED);
  };
  const setRandom = (next: number) => {
    random = next;
  };
  return { time, sockets, told, line, last, say, up, setRandom };
}

test('the token goes in CONNECT, and never in an address', async () => {
  const { last, up, line } = world();
  await up();
  expect(last()?.url).toBe('wss://chat.example/socket.io/?EIO=4&transport=websocket');
  expect(last()?.sent).toEqual(['40/consumer,{"token":"secret","proof":"p"}']);
  expect(line.isUp).toBe(true);
});

test('a reply finds its question, whatever the order; an event finds its listener; a ping its pong', async () => {
  const { line, say, up, told, last } = world();
  await up();
  const first = line.ask('typing', { conversation: 'c', on: true });
  const second = line.ask('identity:decline', { request: 'r' });
  say('43/consumer,2[{"ok":true,"value":null}]', '43/consumer,1[{"ok":false,"problem":{"code":"x"}}]');
  expect(await second).toEqual({ ok: true, value: null });
  expect(await first).toEqual({ ok: false, problem: { code: 'x' } });
  say(
    '42/consumer,["message:new",{"text":"two\\nlines, [and] brackets"}]',
    '42/consumer,["unheard of",1]',
    '2',
  );
  expect(told).toEqual(['up', { text: 'two\nlines, [and] brackets' }]);
  expect(last()?.sent.at(-1)).toBe('3');
});

test('what is asked gets no reply when the connection breaks, or when nobody answers in time', async () => {
  const { line, up, time, last } = world();
  await up();
  const unanswered = line.ask('typing', { conversation: 'c', on: true });
  await time.pass(10_000);
  expect(await unanswered).toBeUndefined();
  const broken = line.ask('typing', { conversation: 'c', on: true });
  last()?.onclose?.(undefined as never);
  expect(await broken).toBeUndefined();
  expect(await line.ask('typing', { conversation: 'c', on: true })).toBeUndefined();
});

test('it tries again after waits that double up to half a minute, scattered below', async () => {
  const { sockets, time, setRandom } = world();
  await settled();
  const waits: number[] = [];
  for (let tries = 0; tries < 8; tries += 1) {
    setRandom(tries === 7 ? 0.1 : 1);
    const [count, from] = [sockets.length, time.now];
    sockets.at(-1)?.onclose?.(undefined as never);
    while (sockets.length === count) await time.pass(500);
    waits.push(time.now - from);
  }
  expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 3_000]);
});

test('somebody who looks, or a network that is back, does not wait', async () => {
  const { sockets, line } = world();
  await settled();
  sockets[0]?.onclose?.(undefined as never);
  await settled();
  line.hurry();
  await settled();
  expect(sockets).toHaveLength(2);
});

test('a service that is not heard of any more is not there', async () => {
  const { up, time, told, sockets, say } = world();
  await up();
  await time.pass(40_000);
  say('2');
  await time.pass(40_000);
  expect(told).toEqual(['up']);
  await time.pass(10_000);
  expect(told).toEqual(['up', ['down', false]]);
  expect(sockets[0]?.closed).toBe(true);
});

const LEAVING = '42/consumer,["service:leaving",{"withinMs":1000}]';

test('a process that leaves is left within the time it gives, and nobody is told that the line was down', async () => {
  const { up, say, time, told, sockets, last } = world();
  await up();
  say(LEAVING);
  await time.pass(499);
  expect(sockets).toHaveLength(1);
  await time.pass(1);
  expect(sockets).toHaveLength(2);
  expect(sockets[0]?.closed).toBe(true);
  await up();
  expect(last()?.sent).toHaveLength(1);
  expect(told).toEqual(['up', 'up']);
});

test('what waits for its reply gets it from the process that leaves', async () => {
  const { up, say, time, line, sockets } = world();
  await up();
  const asked = line.ask('typing', { conversation: 'c', on: true });
  say(LEAVING);
  await time.pass(1_000);
  expect(sockets).toHaveLength(1);
  say('43/consumer,1[{"ok":true,"value":null}]');
  expect(await asked).toEqual({ ok: true, value: null });
  await settled();
  expect(sockets).toHaveLength(2);
});

test('a process that leaves before its time is not waited for, and the next has not left', async () => {
  const { up, say, time, sockets, last } = world();
  await up();
  say(LEAVING);
  last()?.onclose?.(undefined as never);
  await time.pass(500);
  expect(sockets).toHaveLength(2);
  await up();
  await time.pass(2_000);
  expect(sockets).toHaveLength(2);
});

test('a refusal is told with its problem, and the next try waits until it was dealt with', async () => {
  let dealt: () => void = never;
  const { say, told, sockets, time } = world({
    onDown: (refused) => {
      told.push(refused);
      return new Promise<void>((resolve) => {
        dealt = resolve;
      });
    },
  });
  await settled();
  say(OPEN, '44/consumer,{"message":"no","data":{"code":"session_ended"}}');
  await time.pass(60_000);
  expect(told).toEqual([{ code: 'session_ended' }]);
  expect(sockets).toHaveLength(1);
  dealt();
  await time.pass(1_000);
  expect(sockets).toHaveLength(2);
});

test('where nobody is left to connect, it does not', async () => {
  const { sockets, time } = world({ credentials: async () => undefined });
  await time.pass(60_000);
  expect(sockets).toEqual([]);
});

test('what is no frame ends the connection, and is never taken for one', async () => {
  const { up, say, told, line } = world();
  await up();
  say('42/consumer,["message:new"', '4', '42/other,["message:new",{}]');
  await settled();
  expect(line.isUp).toBe(false);
  expect(told).toEqual(['up', ['down', false]]);
});

test('a line that was closed says nothing more, and does not come back', async () => {
  const { up, line, say, time, told, sockets } = world();
  await up();
  line.close();
  say('42/consumer,["message:new",{}]');
  await time.pass(120_000);
  expect(told).toEqual(['up']);
  expect(sockets).toHaveLength(1);
  expect(sockets[0]?.closed).toBe(true);
});
