import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { placesOf } from '../prepare/sources.ts';

/** A block of code of a document. */
export type Sample = {
  readonly document: string;
  readonly line: number;
  readonly language: string;
  /** What stands behind the language: `file=…`, `run=…`, or the name of the file it is. */
  readonly about: string;
  readonly text: string;
};

const fences = /^([ \t]*)```(\w+)(?:[ \t]+([^\n]*))?\n([\s\S]*?)^\1```[ \t]*$/gm;

export const samplesIn = (document: string, text: string): Sample[] =>
  [...text.matchAll(fences)].map(
    ({ index, 1: indent = '', 2: language = '', 3: about = '', 4: inside = '' }) => ({
      document,
      line: text.slice(0, index).split('\n').length,
      language,
      about: about.trim(),
      text: inside.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
    }),
  );

/** Every block with a language, of whatever the site shows and of the README. */
export function samplesOf(root: string): Sample[] {
  const documents = ['README.md', ...placesOf(root).map(([path]) => path)];
  return documents.flatMap((path) => samplesIn(path, readFileSync(join(root, path), 'utf8')));
}
