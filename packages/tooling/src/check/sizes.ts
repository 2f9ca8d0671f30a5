import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { inRoot } from '../paths.js';
import { functionsOf, isCode } from './functions.js';

type Size = { readonly name: string; readonly lines: number };
type Budget = { readonly what: string; readonly is: number; readonly most: number; readonly unit: string };

const skipped = /^(node_modules|dist|generated|\.next|\.turbo|test-results)$/;
const LAUNCHER_BYTES = 6_000;
const WINDOW_BYTES = 25_000;

function* sources(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (skipped.test(entry.name)) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* sources(path);
    else if (/\.(ts|tsx|mjs)$/.test(entry.name) && !/\.(spec|test|d)\.tsx?$/.test(entry.name)) yield path;
  }
}

const at = (sizes: readonly Size[], share: number): number => {
  const sorted = sizes.map(({ lines }) => lines).sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
};

function measured(): { files: Size[]; functions: Size[] } {
  const files: Size[] = [];
  const functions: Size[] = [];
  for (const folder of ['apps', 'packages', 'e2e'])
    for (const path of sources(inRoot(folder))) {
      const source = readFileSync(path, 'utf8');
      const name = relative(inRoot(), path);
      files.push({ name, lines: source.split('\n').filter(isCode).length });
      for (const one of functionsOf(source))
        functions.push({ name: `${name}:${one.line} ${one.name}`, lines: one.lines });
    }
  return { files, functions };
}

function gzipOf(name: string): number {
  const path = inRoot('packages/widget/dist', name);
  return existsSync(path) ? gzipSync(readFileSync(path), { level: 9 }).length : Number.POSITIVE_INFINITY;
}

const longest = (sizes: readonly Size[]) => [...sizes].sort((a, b) => b.lines - a.lines);

/** Prints the budgets. Answers 1 when one is broken; `all` prints the longest files and functions as well. */
export async function sizes(all: boolean): Promise<number> {
  const { files, functions } = measured();
  const budgets: Budget[] = [
    { what: 'files, median', is: at(files, 0.5), most: 60, unit: 'lines of code' },
    { what: 'files, nine in ten', is: at(files, 0.9), most: 180, unit: 'lines of code' },
    { what: 'files, longest', is: at(files, 1), most: 300, unit: 'lines of code' },
    { what: 'functions, nine in ten', is: at(functions, 0.9), most: 40, unit: 'lines of code' },
    { what: 'functions, longest', is: at(functions, 1), most: 60, unit: 'lines of code' },
    { what: 'widget, launcher', is: gzipOf('launcher.js'), most: LAUNCHER_BYTES, unit: 'bytes gzip' },
    { what: 'widget, window', is: gzipOf('window.js'), most: WINDOW_BYTES, unit: 'bytes gzip' },
  ];
  const broken = budgets.filter(({ is, most }) => is > most);
  for (const { what, is, most, unit } of all ? budgets : broken)
    process.stdout.write(
      `${is > most ? '✗' : '✓'} ${what.padEnd(24)} ${String(is).padStart(7)} of ${most} ${unit}\n`,
    );
  const list = (title: string, sizes: readonly Size[]) =>
    process.stdout.write(
      `\n${title}\n${sizes.map(({ name, lines }) => `  ${String(lines).padStart(4)}  ${name}`).join('\n')}\n`,
    );
  if (all) {
    list(`The longest of ${files.length} files`, longest(files).slice(0, 12));
    list(`The longest of ${functions.length} functions`, longest(functions).slice(0, 12));
  } else if (broken.length > 0) {
    list('Too long', [
      ...longest(files).filter(({ lines }) => lines > 300),
      ...longest(functions).filter(({ lines }) => lines > 60),
    ]);
  }
  return broken.length > 0 ? 1 : 0;
}
