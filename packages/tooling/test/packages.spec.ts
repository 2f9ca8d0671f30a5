import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { packages, ROOMS } from '../src/check/packages.js';

const PACK_MS = 60_000;

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'countersign-packages-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

type Entry = Readonly<Record<string, string>>;

function plant(
  room: string,
  exported: Entry,
  files: readonly string[],
  subpaths: Readonly<Record<string, Entry>> = {},
): void {
  const manifest = { name: `@planted/${room}`, version: '0.1.0', type: 'module', files: ['dist'] };
  const written = { ...manifest, license: 'Apache-2.0', exports: { '.': exported, ...subpaths } };
  for (const [path, text] of [
    ['package.json', JSON.stringify(written)],
    ...files.map((file) => [
      file,
      file.endsWith('.d.ts') ? 'export declare const planted: 1;\n' : 'export const planted = 1;\n',
    ]),
  ] as const) {
    const file = join(root, 'packages', room, path ?? '');
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text ?? '');
  }
}
const whole = { types: './dist/index.d.ts', default: './dist/index.js' };
const both = ['dist/index.js', 'dist/index.d.ts'];

const look = (...rooms: string[]) => packages(root, rooms);

test('every package that strangers may use is looked at', () => {
  expect(ROOMS).toEqual(['claims', 'protocol', 'chat-client', 'widget', 'brand-kit']);
});

test('packages that hold what they promise pass', { timeout: PACK_MS }, async () => {
  plant('claims', whole, both);
  plant('widget', whole, both);
  expect(await look('claims', 'widget')).toMatchObject({ code: 0 });
});

test('a package whose entry is not in it fails', { timeout: PACK_MS }, async () => {
  plant('claims', whole, both);
  plant('widget', { ...whole, default: './dist/elsewhere.js' }, both);
  const { code, output } = await look('claims', 'widget');
  expect(code).not.toBe(0);
  expect(output).toContain('elsewhere.js');
});

test('a package with a way in that leads nowhere fails', { timeout: PACK_MS }, async () => {
  plant('brand-kit', whole, both, {
    './express': { types: './dist/express.d.ts', default: './dist/express.js' },
  });
  const { code, output } = await look('brand-kit');
  expect(code).not.toBe(0);
  expect(output).toContain('express.js');
});

test('a package without types fails', { timeout: PACK_MS }, async () => {
  plant('chat-client', { default: './dist/index.js' }, ['dist/index.js']);
  expect((await look('chat-client')).code).not.toBe(0);
});
