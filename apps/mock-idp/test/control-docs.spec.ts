import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { connectMockIdp } from '../src/control/index.js';
import { routeNames } from '../src/door/index.js';

const reference = readFileSync(new URL('../../../docs/stand-in/control.md', import.meta.url), 'utf8');

test('the reference lists every route of the control API, and none that is not there', () => {
  const listed = [...reference.matchAll(/^\| `([A-Z]+) \/control(\S*)` \|/gm)].map(
    ([, method, path]) => `${method} ${path}`,
  );
  expect(listed.toSorted()).toEqual(routeNames.toSorted());
});

test('the reference names every method of the control client, and none that is not there', () => {
  const cells = [...reference.matchAll(/^\| `[A-Z]+ \S+` \| (.*?) \|/gm)].map(([, cell = '']) => cell);
  const listed = cells.flatMap((cell) => [...cell.matchAll(/`(\w+)\(/g)].map(([, name]) => name));
  const { url, namespace, ...methods } = connectMockIdp('http://localhost:1');
  expect([url, typeof namespace]).toEqual(['http://localhost:1', 'function']);
  expect(listed.toSorted()).toEqual(Object.keys(methods).toSorted());
});
