import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type House, openHouse } from './house/house.js';

type Manifest = Record<'launcher' | 'window' | 'lptag', { file: string; integrity: string }> & {
  version: string;
};
let house: House;
let manifest: Manifest;
let folder: string;

beforeAll(async () => {
  house = await openHouse();
  const path = fileURLToPath(import.meta.resolve('@countersign/widget/manifest'));
  manifest = JSON.parse(readFileSync(path, 'utf8')) as Manifest;
  folder = dirname(path);
});
afterAll(() => house.close());

const get = (path: string) => fetch(`${house.url}${path}`, { headers: { origin: 'https://any.example' } });

test('any page may load the newest launcher, and browsers ask again soon', async () => {
  const response = await get('/widget.js');
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toMatch(/^text\/javascript/);
  expect(response.headers.get('access-control-allow-origin')).toBe('*');
  expect(response.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
  expect(response.headers.get('cache-control')).toMatch(/max-age=\d{1,3}$/);
  expect(await response.text()).toBe(readFileSync(join(folder, manifest.launcher.file), 'utf8'));
});

test('the files of a version never change, and are served as they were built', async () => {
  for (const { file } of [manifest.launcher, manifest.window, manifest.lptag]) {
    const response = await get(`/widget/${manifest.version}/${file}`);
    expect(response.status, file).toBe(200);
    expect(response.headers.get('cache-control')).toContain('immutable');
    expect(await response.text()).toBe(readFileSync(join(folder, file), 'utf8'));
  }
});

test.each(['0.0.0/launcher.js', '..%2f..%2f/package.json', `x/..%2fmanifest.json`])(
  'nothing else is there: %s',
  async (path) => {
    expect((await get(`/widget/${path}`)).status).toBe(404);
  },
);

test('the shim for pages of LivePerson brings the launcher of its version, and no other', async () => {
  const shim = await (await get('/lptag.js')).text();
  expect(shim).toContain(`/widget/${manifest.version}/${manifest.launcher.file}`);
  expect(shim).toContain(manifest.launcher.integrity);
});
