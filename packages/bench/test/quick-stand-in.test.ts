import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { Figures } from '../src/report/figures.js';

const MAIN = fileURLToPath(new URL('../dist/main.js', import.meta.url));

test('the quick form starts the stand-in beside its rivals, logs in at it and weighs it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'countersign-bench-'));
  const json = join(folder, 'figures.json');
  const args = ['--expose-gc', MAIN, 'mock-idp', '--quick', '--json', json];
  const run = spawnSync(process.execPath, args, { encoding: 'utf8' });
  expect(run.stderr).toBe('');
  const { starts, logins, growth } = JSON.parse(readFileSync(json, 'utf8')) as Figures;
  expect(starts?.measured.map(({ ms }) => ms.median > 0)).toEqual([true, true, true, true]);
  expect(logins?.measured.map(({ ratio }) => ratio.median > 0)).toEqual([true, true]);
  expect(growth?.checkpoints.every(({ bytes }) => bytes > 0)).toBe(true);
  rmSync(folder, { recursive: true, force: true });
});
