import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { builtFile } from './app-build';

const home = mkdtempSync(join(tmpdir(), 'app-build-'));
const folder = join(home, 'export');
mkdirSync(join(folder, '_expo/static/js/web'), { recursive: true });
mkdirSync(join(folder, '_expo/static/js/android'), { recursive: true });
writeFileSync(join(folder, 'index.html'), 'the page');
writeFileSync(join(folder, '_expo/static/js/web/main-1f.js'), 'the script');
writeFileSync(join(folder, '_expo/static/js/android/main-2f.js'), 'for phones');
writeFileSync(join(home, 'secret.js'), 'a secret');
afterAll(() => rmSync(home, { recursive: true }));

const served = async (path: string) => (await builtFile(folder, path))?.content.toString();

test('the script of the web build is served, to be kept', async () => {
  const built = await builtFile(folder, '_expo/static/js/web/main-1f.js');
  expect(built).toMatchObject({ type: 'text/javascript; charset=utf-8', keep: true });
});

test('whatever is no file is the app’s page', async () => {
  for (const path of ['', 'chat', 'bills/2026-10', 'metadata.json', '_expo/static/js/android/main-2f.js'])
    expect(await served(path)).toBe('the page');
});

test('no name leads out of the build', async () => {
  for (const path of [
    '../secret.js',
    '_expo/static/js/web/../../../../../secret.js',
    'assets/../../secret.js',
    'assets/..%2f..%2fsecret.js',
    '/secret.js',
  ])
    expect(await served(path)).toBe('the page');
});

test('a script that is not there is no page', async () => {
  expect(await served('_expo/static/js/web/main-0.js')).toBeUndefined();
});
