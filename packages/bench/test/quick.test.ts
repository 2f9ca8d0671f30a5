import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Measured } from '../src/measure/rounds.js';
import type { Figures } from '../src/report/figures.js';

const MAIN = fileURLToPath(new URL('../dist/main.js', import.meta.url));
let folder: string;
let run: SpawnSyncReturns<string>;
let figures: Figures;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'countersign-bench-'));
  const json = join(folder, 'figures.json');
  const args = ['--expose-gc', MAIN, 'verify', '--quick', '--json', json];
  run = spawnSync(process.execPath, args, { encoding: 'utf8' });
  expect(run.stderr).toBe('');
  figures = JSON.parse(readFileSync(json, 'utf8'));
}, 180_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const everyRatio = (measured: readonly Measured[] = []) => measured.map(({ ratio }) => ratio.median);

test('the quick form runs every part and says where its figures come from', () => {
  expect(run.status).toBe(0);
  expect(run.stdout).toContain(`Node ${process.version}`);
  expect(run.stdout).toContain(figures.machine.cpu);
  expect(run.stdout).toContain('Its figures say nothing');
});

test('each algorithm and each envelope has its ratios, one at a time and many at once', () => {
  const { signed = [], sealed = [] } = figures;
  expect(signed.map(({ algorithm, atOnce }) => `${algorithm} ${atOnce}`)).toEqual(
    ['RS256', 'PS256', 'ES256', 'EdDSA'].flatMap((algorithm) => [`${algorithm} 1`, `${algorithm} 32`]),
  );
  expect(sealed).toHaveLength(4);
  for (const { measured } of [...signed, ...sealed]) {
    expect(measured[0]?.name).toMatch(/^jose/);
    expect(measured[1]?.name).toContain('verifyProof');
    expect(everyRatio(measured).every((ratio) => ratio > 0)).toBe(true);
  }
});

test('sessions are opened over HTTP beside a bare handler, on one database', () => {
  const ratios = everyRatio(figures.sessions?.measured);
  expect(ratios).toHaveLength(3);
  expect(ratios.every((ratio) => ratio > 0)).toBe(true);
});

test('memory is looked at after garbage collection', () => {
  const { checkpoints = [], bytesEach } = figures.memory ?? {};
  expect(checkpoints.length).toBeGreaterThan(1);
  expect(checkpoints.every(({ bytes }) => bytes > 0)).toBe(true);
  expect(Number.isFinite(bytesEach)).toBe(true);
});
