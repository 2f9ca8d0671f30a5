import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { demoIssuers } from '../issuers.js';
import { readCast } from '../people/index.js';
import { makeNamespace, type Seed } from './namespace.js';
import { Namespaces } from './namespaces.js';

const seed: Seed = { plans: demoIssuers, people: readCast(), clients: [] };
const log = pino({ level: 'silent' });

function make(capacity: number, seen: WeakRef<object>[] = []) {
  const makeOne = (name: string) => {
    const namespace = makeNamespace({ name, url: 'http://localhost:4000', seed, log });
    seen.push(new WeakRef(namespace));
    return namespace;
  };
  return new Namespaces(makeOne(''), makeOne, capacity);
}

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

const names = (namespaces: Namespaces) => namespaces.list().map(({ name }) => name);

test('a namespace is the same each time, and everything in it its own', () => {
  const namespaces = make(10);
  const worker = namespaces.of('/t/worker-1/google');
  expect(namespaces.of('/t/worker-1/larkspur/keys')).toBe(worker);
  expect(namespaces.of('/google')).toBe(namespaces.root);
  expect(worker?.people).not.toBe(namespaces.root.people);
});

test.each(['/t/', '/t/-x/google', '/t/Worker/google', '/t/a b', `/t/${'x'.repeat(64)}/google`])(
  '%s names none',
  (path) => expect(make(10).of(path)).toBeUndefined(),
);

test('twenty thousand names leave as many namespaces as there is room for, in memory too', async () => {
  const seen: WeakRef<object>[] = [];
  const namespaces = make(50, seen);
  for (let index = 0; index < 20_000; index += 1) {
    namespaces.open(`name-${index}`);
    // A weak reference holds on until the turn it was made in is over.
    if (index % 100 === 99) await setImmediate();
  }
  expect(namespaces.list()).toHaveLength(50);
  expect(names(namespaces).at(-1)).toBe('name-19999');
  collectGarbage();
  expect(seen).toHaveLength(20_001);
  expect(seen.filter((one) => one.deref() !== undefined).length).toBeLessThan(100);
}, 30_000);

test('the one idle longest makes way, not the one made first', () => {
  const namespaces = make(2);
  for (const name of ['first', 'second', 'first', 'third']) namespaces.open(name);
  expect(names(namespaces)).toEqual(['first', 'third']);
});
