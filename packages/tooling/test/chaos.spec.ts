import { connect, createServer, type Server } from 'node:net';
import type { Message } from '@countersign/contracts';
import { freePort } from '@countersign/ports';
import { expect, test } from 'vitest';
import { Pipe } from '../src/chaos/house/pipe.js';
import { balance, isBalanced, type Stored } from '../src/chaos/ledger.js';
import { planOf } from '../src/chaos/options.js';
import { Book } from '../src/chaos/people/book.js';

const ID = 'a conversation';
type Said = { readonly text: string; readonly from: 'consumer' | 'agent' };

/** One conversation in which both have said something; each account of it may be told wrongly. */
function told(wrong: {
  stored?: (lines: Stored[]) => Stored[];
  agent?: (lines: Message[]) => Message[];
  consumer?: (lines: Message[]) => Message[];
}) {
  const book = new Book();
  book.begin('fault');
  const said: Said[] = (['consumer', 'agent', 'consumer'] as const).map((from) => ({
    from,
    text: book.write(from),
  }));
  for (const { text } of said) book.acked(text);
  const stored = said.map((one, at): Stored => ({ ...one, conversation: ID, number: at + 1 }));
  const shown = () => said.map((one, at) => ({ ...one, conversation: ID, number: at + 1 }) as Message);
  const as =
    <Line>(change: ((lines: Line[]) => Line[]) | undefined) =>
    (lines: Line[]) =>
      change ? change(lines) : lines;
  return balance({ fault: 'fault', seconds: 1, crashes: 0 }, book, as(wrong.stored)(stored), [
    { id: ID, agent: as(wrong.agent)(shown()), consumer: as(wrong.consumer)(shown()) },
  ]);
}

const swapped = <Line>([one, other, ...rest]: Line[]): Line[] =>
  [other, one, ...rest].filter((line) => line !== undefined);

test('what is acknowledged, stored and shown once and in order balances', () => {
  const row = told({});
  expect(row).toMatchObject({ sent: 3, acknowledged: 3, stored: 3, seen: 3, lost: 0, doubled: 0 });
  expect(isBalanced(row)).toBe(true);
});

test.each([
  ['acknowledged and not stored', { stored: (lines: Stored[]) => lines.slice(0, -1) }, { lost: 1 }],
  ['stored twice', { stored: (lines: Stored[]) => [...lines, ...lines.slice(-1)] }, { doubled: 1 }],
  ['not shown to the agent', { agent: (lines: Message[]) => lines.slice(0, -1) }, { lost: 1, seen: 2 }],
  ['shown twice', { consumer: (lines: Message[]) => [...lines, ...lines.slice(-1)] }, { doubled: 1 }],
  ['shown in another order', { agent: swapped<Message> }, { disordered: 2 }],
  [
    'stored with a number left out',
    {
      stored: (lines: Stored[]) => lines.map((line, at) => ({ ...line, number: at === 2 ? 4 : line.number })),
    },
    // The number itself, and the place in either window.
    { disordered: 3 },
  ],
])('a line that is %s does not balance', (_, wrong, found) => {
  const row = told(wrong);
  expect(row).toMatchObject(found);
  expect(isBalanced(row)).toBe(false);
});

test('a fault under which nobody said anything shows nothing', () => {
  const book = new Book();
  book.begin('fault');
  expect(isBalanced(balance({ fault: 'fault', seconds: 1, crashes: 0 }, book, [], []))).toBe(false);
});

test('a fault that is not known, and a time that is none, are refused with what there is', () => {
  expect(() => planOf(['--only', 'flood'])).toThrow(/no fault flood.*\n.*none/);
  expect(() => planOf(['--minutes', 'many'])).toThrow('--minutes is a number above 0, and not many.');
});

async function echo(): Promise<{ server: Server; port: number }> {
  const server = createServer((socket) => socket.on('error', () => undefined).pipe(socket));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, port: (server.address() as { port: number }).port };
}

/** One word and its echo, or how it ended. */
const said = (port: number): Promise<string> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write('word'));
    socket.on('error', (error) => resolve((error as NodeJS.ErrnoException).code ?? 'error'));
    socket.on('data', (chunk) => {
      resolve(chunk.toString());
      socket.destroy();
    });
  });

test('a pipe leads to the target that answers, is cut, and mended at the same port', async () => {
  const { server, port } = await echo();
  const pipe = await Pipe.to([await freePort(), port], await freePort());
  expect([await said(pipe.port), await said(pipe.port)]).toEqual(['word', 'word']);
  await pipe.cut();
  expect(await said(pipe.port)).toBe('ECONNREFUSED');
  await pipe.mend();
  expect(await said(pipe.port)).toBe('word');
  await pipe.close();
  server.close();
});

test('a pipe whose connections were forgotten closes all the same', async () => {
  const { server, port } = await echo();
  const pipe = await Pipe.to([port]);
  const socket = connect(pipe.port, '127.0.0.1', () => socket.write('word'));
  socket.on('error', () => undefined);
  await new Promise((resolve) => socket.once('data', resolve));
  pipe.forget();
  await pipe.close();
  socket.destroy();
  server.close();
});
