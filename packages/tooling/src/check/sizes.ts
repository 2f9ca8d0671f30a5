import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { inRoot } from '../paths.js';
import type { Ran } from '../run/run.js';
import { functionsOf, isCode } from './functions.js';

type Size = { readonly name: string; readonly lines: number };
type Measured = {
  readonly files: readonly Size[];
  readonly tests: readonly Size[];
  readonly functions: readonly Size[];
};
type Budget = { readonly what: string; readonly is: number; readonly most: number; readonly unit: string };

const LONGEST_FILE = 300;
const LONGEST_FUNCTION = 60;
const LAUNCHER_BYTES = 6_000;
const SHIM_BYTES = 3_500;
const WINDOW_BYTES = 40_000;
/** Loaded by itself, in one file: the window, the key and the way to a provider. */
const PAGE_BYTES = 40_000;
const skipped = /^(node_modules|dist|generated|\.next|\.expo|\.turbo|test-results)$/;
const isTest = (path: string): boolean => /\.(spec|test)\.tsx?$/.test(path);

function* sources(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (skipped.test(entry.name)) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* sources(path);
    else if (/\.(ts|tsx|mjs)$/.test(entry.name) && !entry.name.endsWith('.d.ts')) yield path;
  }
}

const at = (sizes: readonly Size[], share: number): number => {
  const sorted = sizes.map(({ lines }) => lines).sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
};

function measure(root: string): Measured {
  const [files, tests, functions]: [Size[], Size[], Size[]] = [[], [], []];
  for (const folder of ['apps', 'packages', 'e2e'].map((name) => join(root, name)).filter(existsSync))
    for (const path of sources(folder)) {
      const source = readFileSync(path, 'utf8');
      const name = relative(root, path);
      const size = { name, lines: source.split('\n').filter(isCode).length };
      if (isTest(path)) {
        tests.push(size);
        continue;
      }
      files.push(size);
      for (const one of functionsOf(source))
        functions.push({ name: `${name}:${one.line} ${one.name}`, lines: one.lines });
    }
  return { files, tests, functions };
}

/** A widget that is not built counts as too large: a budget that was not looked at does not hold. */
function gzipOf(name: string): number {
  const path = inRoot('packages/widget/dist', name);
  return existsSync(path) ? gzipSync(readFileSync(path), { level: 9 }).length : Number.POSITIVE_INFINITY;
}

const budgetsOf = ({ files, tests, functions }: Measured): Budget[] => [
  { what: 'files, median', is: at(files, 0.5), most: 60, unit: 'lines of code' },
  { what: 'files, nine in ten', is: at(files, 0.9), most: 180, unit: 'lines of code' },
  { what: 'files, longest', is: at(files, 1), most: LONGEST_FILE, unit: 'lines of code' },
  { what: 'tests, longest', is: at(tests, 1), most: LONGEST_FILE, unit: 'lines of code' },
  { what: 'functions, nine in ten', is: at(functions, 0.9), most: 40, unit: 'lines of code' },
  { what: 'functions, longest', is: at(functions, 1), most: LONGEST_FUNCTION, unit: 'lines of code' },
  { what: 'widget, launcher', is: gzipOf('launcher.js'), most: LAUNCHER_BYTES, unit: 'bytes gzip' },
  { what: 'widget, lptag', is: gzipOf('lptag.js'), most: SHIM_BYTES, unit: 'bytes gzip' },
  { what: 'widget, window of its own', is: gzipOf('page.js'), most: PAGE_BYTES, unit: 'bytes gzip' },
  { what: 'widget, window', is: gzipOf('window.js'), most: WINDOW_BYTES, unit: 'bytes gzip' },
];

const row = ({ what, is, most, unit }: Budget): string =>
  `${is > most ? '✗' : '✓'} ${what.padEnd(24)} ${String(is).padStart(7)} of ${most} ${unit}`;
const list = (title: string, sizes: readonly Size[]): string[] => [
  '',
  title,
  ...sizes.map(({ name, lines }) => `  ${String(lines).padStart(4)}  ${name}`),
];
const longest = (sizes: readonly Size[], most = 12): Size[] =>
  [...sizes].sort((a, b) => b.lines - a.lines).slice(0, most);

/** Every budget, and what comes closest to it: `npm run sizes`. */
const told = (budgets: readonly Budget[], { files, tests, functions }: Measured): string[] => [
  ...budgets.map(row),
  ...list(`The longest of ${files.length} files`, longest(files)),
  ...list(`The longest of ${tests.length} test files`, longest(tests, 6)),
  ...list(`The longest of ${functions.length} functions`, longest(functions)),
];

const broken = (budgets: readonly Budget[], { files, tests, functions }: Measured): string[] => {
  const tooLong = [
    ...[...files, ...tests].filter(({ lines }) => lines > LONGEST_FILE),
    ...functions.filter(({ lines }) => lines > LONGEST_FUNCTION),
  ];
  return [
    ...budgets.filter(({ is, most }) => is > most).map(row),
    ...(tooLong.length > 0 ? list('Too long: there is more than one thing in it.', tooLong) : []),
  ];
};

/** The budgets: fails when one is broken, and names what broke it. `all` tells of those that hold as well. */
export function sizes(all: boolean, root = inRoot()): Ran {
  const measured = measure(root);
  const budgets = budgetsOf(measured);
  return {
    code: budgets.some(({ is, most }) => is > most) ? 1 : 0,
    output: (all ? told : broken)(budgets, measured).join('\n'),
  };
}
