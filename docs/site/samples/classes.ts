import { spawnSync } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { parseSync } from '@swc/core';
import { renderMermaidSVG } from 'beautiful-mermaid';
import { parse as parseYaml } from 'yaml';
import type { Sample } from './collect.ts';

/** What becomes of a sample: what it is called in the count, and a check that throws. */
export type Class = {
  readonly name: string;
  readonly has: (sample: Sample) => boolean;
  readonly check: (sample: Sample, root: string) => void;
};

const named = (about: string, name: string): string | undefined =>
  new RegExp(`(?:^| )${name}=(\\S+)`).exec(about)?.[1];

function isPrintedFile({ document, about, text }: Sample, root: string): void {
  const file = join(root, dirname(document), named(about, 'file') ?? '');
  if (!existsSync(file)) throw new Error(`${file} is not there`);
  if (readFileSync(file, 'utf8') !== text) throw new Error('is not what stands in the file');
}

/** The tests that run samples: one of them names the document, by its file's name without the ending. */
const runners: Readonly<Record<string, string>> = {
  house: 'e2e/journeys/documents*.spec.ts',
  'stand-in': 'apps/mock-idp/test/**/*.ts',
  service: 'apps/api/test/*-samples.test.ts',
};

function isRun({ document, about }: Sample, root: string): void {
  const runner = runners[named(about, 'run') ?? ''];
  if (!runner) throw new Error(`nothing runs this: known are run=${Object.keys(runners).join(', run=')}`);
  const name = `'${basename(document, '.md')}'`;
  const files = globSync(runner, { cwd: root });
  if (!files.some((file) => readFileSync(join(root, file), 'utf8').includes(name)))
    throw new Error(`no test of ${runner} runs ${name}`);
}

const parseScript = (text: string, tsx = false): unknown =>
  parseSync(text, { syntax: 'typescript', tsx, target: 'es2024' });

/** Of a document, or of a part: what opens is closed, and its scripts are scripts. */
function isHtml({ text }: Sample): void {
  const open: string[] = [];
  const empty = /^(meta|link|img|input|br|hr|!doctype)$/i;
  for (const [, closes, tag = '', rest = ''] of text
    .replace(/<script[\s\S]*?<\/script>/g, '')
    .matchAll(/<(\/)?([\w!-]+)([^>]*)>/g)) {
    if (closes) {
      if (open.pop() !== tag) throw new Error(`</${tag}> closes nothing`);
    } else if (!empty.test(tag) && !rest.endsWith('/')) open.push(tag);
  }
  if (open.length > 0) throw new Error(`<${open.at(-1)}> is not closed`);
  for (const [, script = ''] of text.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)) parseScript(script);
}

/** Placeholders in braces stand for a word. */
function isShell({ text }: Sample): void {
  const { status, stderr } = spawnSync('sh', ['-n'], { input: text, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr.trim());
}

const speaks =
  (...languages: string[]) =>
  ({ language }: Sample) =>
    languages.includes(language);

/** The first that has it decides. */
export const classes: readonly Class[] = [
  {
    name: 'printed of a file that a test runs',
    has: ({ about }) => about.startsWith('file='),
    check: isPrintedFile,
  },
  { name: 'run in a test, as printed', has: ({ about }) => named(about, 'run') !== undefined, check: isRun },
  {
    name: 'run in a test of the stand-in',
    has: ({ document, about, language }) =>
      document.startsWith('docs/stand-in/') && (about !== '' || language === 'sh'),
    check: (sample, root) => isRun({ ...sample, about: 'run=stand-in' }, root),
  },
  {
    name: 'type-checked',
    has: speaks('ts', 'tsx', 'js', 'jsx', 'mjs'),
    check: ({ text, language }) => parseScript(text, /x$/.test(language)),
  },
  { name: 'JSON, read', has: speaks('json'), check: ({ text }) => JSON.parse(text) },
  { name: 'YAML, read', has: speaks('yaml', 'yml'), check: ({ text }) => parseYaml(text) },
  { name: 'HTML, read with its scripts', has: speaks('html'), check: isHtml },
  { name: 'shell, read', has: speaks('sh', 'bash'), check: isShell },
  { name: 'drawn', has: speaks('mermaid'), check: ({ text }) => renderMermaidSVG(text) },
  { name: 'shown as it is', has: speaks('text', 'http', 'diff', 'nginx', 'css'), check: () => undefined },
];

export type Outcome = { readonly counts: ReadonlyMap<string, number>; readonly wrong: readonly string[] };

/** Every sample in one class; a language that nobody reads is wrong. */
export function checkSamples(samples: readonly Sample[], root: string): Outcome {
  const counts = new Map<string, number>();
  const wrong = samples.flatMap((sample) => {
    const where = `${sample.document}:${sample.line}`;
    const one = classes.find(({ has }) => has(sample));
    if (!one) return [`${where}: nobody checks a sample of ${sample.language}`];
    counts.set(one.name, (counts.get(one.name) ?? 0) + 1);
    try {
      one.check(sample, root);
      return [];
    } catch (error) {
      return [`${where}: ${error instanceof Error ? error.message : String(error)}`];
    }
  });
  return { counts, wrong };
}
