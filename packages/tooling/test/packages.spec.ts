import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { packages } from '../src/check/packages.js';

const PACK_MS = 60_000;

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'countersign-packages-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function plant(room: string, exported: Readonly<Record<string, string>>, files: readonly string[]): void {
  const manifest = { name: `@planted/${room}`, version: '0.1.0', type: 'module', files: ['dist'] };
  const written = { ...manifest, license: 'Apache-2.0', exports: { '.': exported } };
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

test('a package that holds what it promises passes', { timeout: PACK_MS }, async () => {
  plant('claims', whole, both);
  plant('protocol', whole, both);
  expect(await packages(root)).toMatchObject({ code: 0 });
});

test('a package whose entry is not in it fails', { timeout: PACK_MS }, async () => {
  plant('claims', whole, both);
  plant('protocol', { ...whole, default: './dist/elsewhere.js' }, both);
  const { code, output } = await packages(root);
  expect(code).not.toBe(0);
  expect(output).toContain('elsewhere.js');
});

test('a package without types fails', { timeout: PACK_MS }, async () => {
  plant('claims', { default: './dist/index.js' }, ['dist/index.js']);
  plant('protocol', whole, both);
  expect((await packages(root)).code).not.toBe(0);
});
