import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { chatWords } from '../report/chat-words.js';
import type { Figures } from '../report/figures.js';
import { drawAll } from '../report/plots.js';
import { withParts } from './marked.js';
import { scaleOf } from './scale.js';
import { tablesOf } from './tables.js';

const FIGURES = 'chat.json';
const PLANS = 'plans.txt';
/** Beside the folder of the plots: who quotes the figures. */
const QUOTING = ['benchmarks.md', 'scale.md'];
const PARTS = ['messages', 'sockets', 'history', 'processes', 'telemetry', 'plans'] as const;

/** All that documents quote: of one run, and of those parts that were run alone, with where each was measured. */
export function mergedInto(before: Figures | undefined, now: Figures): Figures {
  const { machine, quick } = now;
  const measured = PARTS.filter((part) => now[part] !== undefined);
  const missing = PARTS.filter((part) => now[part] === undefined && before?.[part] !== undefined);
  const kept = Object.fromEntries([
    ...missing.map((part) => [part, before?.[part]]),
    ...measured.map((part) => [part, now[part]]),
  ]);
  const taken = Object.fromEntries(
    missing.flatMap((part) => {
      const from = before?.taken?.[part] ?? before?.machine;
      return from ? [[part, from]] : [];
    }),
  );
  return { machine, quick, ...kept, ...(missing.length > 0 ? { taken } : {}) };
}

export const readFigures = (folder: string): Figures | undefined => {
  const file = join(folder, FIGURES);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Figures) : undefined;
};

/** What is quoted of the figures, by the name of its place. */
export const quotesOf = (figures: Figures): Readonly<Record<string, string>> => ({
  ...tablesOf(figures),
  ...scaleOf(figures),
});

/** The figures as a file, a plot for each row, and their tables in the documents beside. Answers what was written. */
export function publish(figures: Figures, folder: string): readonly string[] {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, FIGURES), `${JSON.stringify(figures, undefined, 2)}\n`);
  const { plans } = figures;
  if (plans) writeFileSync(join(folder, PLANS), `${chatWords.part('plans', { plans }).trimStart()}\n`);
  const quotes = quotesOf(figures);
  const quoting = QUOTING.map((name) => join(dirname(folder), name)).filter((file) => existsSync(file));
  for (const file of quoting) writeFileSync(file, withParts(readFileSync(file, 'utf8'), quotes));
  return [FIGURES, ...(plans ? [PLANS] : []), ...drawAll(figures, folder), ...quoting];
}
