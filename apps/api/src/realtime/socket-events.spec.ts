import { expect, test } from 'vitest';
import { listen } from './socket-events.js';

type Listener = (event: string, ...given: unknown[]) => void;
type Handlers = Parameters<typeof listen>[1];

/** A socket on which somebody says an event, and what they are answered. */
function socketWith(handlers: Handlers, failures: unknown[] = []) {
  let heard: Listener = () => undefined;
  listen({ onAny: (listener) => (heard = listener) }, handlers, (error) => failures.push(error));
  return (event: string, ...input: unknown[]) =>
    new Promise<unknown>((resolve) => heard(event, ...input, resolve));
}

const echo = { message: 'echo', callback: async (input: unknown) => ({ ok: true, value: input }) };

test('an event is answered by its own handler', async () => {
  const other = { message: 'other', callback: async () => ({ ok: false }) };
  expect(await socketWith([other, echo])('echo', 'said')).toEqual({ ok: true, value: 'said' });
});

test('an event without input is answered as well', async () => {
  expect(await socketWith([echo])('echo')).toEqual({ ok: true, value: undefined });
});

test('an event nobody knows, and one that wants no answer, do no harm', async () => {
  let heard: Listener = () => undefined;
  const said: unknown[] = [];
  const noting = { message: 'noted', callback: async (input: unknown) => said.push(input) };
  listen({ onAny: (listener) => (heard = listener) }, [noting], () => undefined);
  heard('unknown', 1);
  heard('noted', 2);
  expect(said).toEqual([2]);
});

test('a handler that fails is told of, and the next event is answered', async () => {
  const failures: unknown[] = [];
  const failing = { message: 'failing', callback: () => Promise.reject(new Error('no')) };
  const say = socketWith([failing, echo], failures);
  void say('failing', 1);
  expect(await say('echo', 'said')).toEqual({ ok: true, value: 'said' });
  expect(failures).toEqual([new Error('no')]);
});
