import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Figures } from './figures.ts';
import { tableOf } from './table.ts';

const FIGURES = 'benchmarks/lighthouse.json';
const QUOTING = 'benchmarks.md';
const marked = /(<!-- lighthouse -->\n)[\s\S]*?(<!-- \/lighthouse -->)/;

export const withSection = (text: string, section: string): string =>
  text.replace(marked, (_, begin: string, end: string) => `${begin}${section}\n${end}`);

export const readFigures = (docs: string): Figures => {
  const file = join(docs, FIGURES);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Figures) : {};
};

/** A part that was not measured stays as it was, with where it was measured. */
export function publish(docs: string, measured: Figures): void {
  const figures = { ...readFigures(docs), ...measured };
  writeFileSync(join(docs, FIGURES), `${JSON.stringify(figures, undefined, 2)}\n`);
  const quoting = join(docs, QUOTING);
  writeFileSync(quoting, withSection(readFileSync(quoting, 'utf8'), tableOf(figures)));
}
