import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { embeddedRuns, startEmbedded } from '../dist/index.js';
import { ask, type Site, site } from './postgres.js';

let place: Site;
beforeEach(async () => {
  place = await site();
});
afterEach(() => place.clear());

const pidFile = () => join(place.folder, 'postmaster.pid');
const pidOf = () => Number(readFileSync(pidFile(), 'utf8').split('\n')[0]);
const gone = (pid: number) => {
  try {
    process.kill(pid, 0);
    return false;
  } catch {
    return true;
  }
};

/** Where nothing ever ran. */
async function begin(): Promise<void> {
  await place.clear();
  place = await site('empty');
}

test('a real PostgreSQL starts, keeps its data, and stops', async () => {
  await begin();
  const first = await startEmbedded(place.options);
  await ask(first.url, 'CREATE TABLE kept (word text); INSERT INTO kept VALUES ($$still here$$)');
  await first.stop();
  expect(await embeddedRuns(place.folder)).toBe(false);
  const second = await startEmbedded(place.options);
  expect(await ask(second.url, 'SELECT word FROM kept')).toEqual([{ word: 'still here' }]);
  await second.stop();
});

test('a server whose starter was killed is used again', async () => {
  const first = await startEmbedded(place.options);
  const pid = pidOf();
  const again = await startEmbedded(place.options);
  expect(pidOf()).toBe(pid);
  expect(again.url).toBe(first.url);
  await again.stop();
});

test('a server that dies says so', async () => {
  const said = Promise.withResolvers<string>();
  await startEmbedded({ ...place.options, onLost: said.resolve });
  process.kill(pidOf(), 'SIGKILL');
  expect(await said.promise).toContain('PostgreSQL ended (SIGKILL)');
});

test('after a killed server the next one starts, with what was acknowledged', async () => {
  const said = Promise.withResolvers<string>();
  const first = await startEmbedded({ ...place.options, onLost: said.resolve });
  await ask(first.url, 'CREATE TABLE kept (word text); INSERT INTO kept VALUES ($$acknowledged$$)');
  process.kill(pidOf(), 'SIGKILL');
  await said.promise;
  await expect(first.stop()).resolves.toBeUndefined();
  const second = await startEmbedded(place.options);
  expect(await ask(second.url, 'SELECT word FROM kept')).toEqual([{ word: 'acknowledged' }]);
});

test('a number that is somebody else’s by now is left alone', async () => {
  const first = await startEmbedded(place.options);
  const lines = readFileSync(pidFile(), 'utf8').split('\n');
  await first.stop();
  // What a killed server leaves, when another process has got its number since.
  writeFileSync(pidFile(), [process.pid, ...lines.slice(1)].join('\n'));
  expect(await embeddedRuns(place.folder)).toBe(false);
  await startEmbedded(place.options);
  expect(gone(process.pid)).toBe(false);
  expect(pidOf()).not.toBe(process.pid);
});

test('a folder in use under another port is told, not shared', async () => {
  await startEmbedded(place.options);
  const elsewhere = { ...place.options, port: place.options.port + 1 };
  await expect(startEmbedded(elsewhere)).rejects.toThrow(`port ${place.options.port}, pid ${pidOf()}`);
});

test.runIf(process.getuid?.() === 0)('as root, PostgreSQL runs as another account', async () => {
  await begin();
  await startEmbedded(place.options);
  expect(statSync(place.folder).uid).not.toBe(0);
  expect(statSync(`/proc/${pidOf()}`).uid).toBe(statSync(place.folder).uid);
});
