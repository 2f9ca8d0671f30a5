import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { inRoot } from '../paths.js';
import type { Ran } from '../run/run.js';

type Rule = {
  readonly pattern: RegExp;
  readonly why: string;
  /** Prose may have the word. */
  readonly codeOnly?: true;
  /** Where it holds; everywhere unless told. */
  readonly in?: RegExp;
};

// Written in parts, so that this file does not find itself.
const rules: readonly Rule[] = [
  {
    pattern: new RegExp(`\\bas ${'any'}\\b|: ${'any'}\\b|<${'any'}>`),
    why: 'a type that says nothing hides what is wrong',
    codeOnly: true,
  },
  {
    pattern: new RegExp(`\\b(${'TO'}${'DO'}|${'FIX'}${'ME'})\\b`),
    why: 'what is not built is said in the docs, not in a note',
  },
  {
    pattern: new RegExp(`@ts-${'ignore'}|@ts-${'expect-error'}`),
    why: 'the compiler is asked, not silenced',
  },
  { pattern: new RegExp(`waitFor${'Timeout'}|network${'idle'}`), why: 'a fixed wait is a flaky test' },
  { pattern: new RegExp(`\\.(${'only'}|${'skip'})\\(`), why: 'a test that does not run proves nothing' },
  { pattern: new RegExp(`\\b${'retries'}: *[1-9]`), why: 'a flaky test is a bug, not a second try' },
  { pattern: new RegExp(`inner${'HTML'}|insertAdjacent${'HTML'}`), why: 'text enters as text' },
  {
    pattern: new RegExp(`process\\.${'env'}`),
    why: 'only env.ts reads the environment, once, and says what is missing',
    in: /^(apps\/[^/]+|packages\/(?!database)[^/]+)\/src\/(?!env\.ts|config\/env\.ts|run\/run\.ts)(?!main\.ts|.*\.spec\.ts)/,
  },
  {
    pattern: new RegExp(`\\b${'con'}${'sole'}\\.(log|info|warn|error|debug)\\(`),
    why: 'a line of the log has named fields: whatever is printed whole may hold a token or a person',
    codeOnly: true,
    in: /^(apps\/api|packages\/[^/]+)\/src\//,
  },
  {
    pattern: /(?<![.\w])fetch\([^)]/,
    why: 'only an outbound client calls out: addresses are tested in one place',
    codeOnly: true,
    in: /^apps\/api\/src\/(?!.*\.(client|spec)\.ts$)/,
  },
  {
    pattern: new RegExp(`registry\\.(${'npmjs'}|${'yarnpkg'})`),
    why: 'everybody has a registry of their own',
  },
];
const isComment = (line: string) => /^\s*(\/\/|\/?\*)/.test(line);
const skipped =
  /^(node_modules|dist|generated|\.next|\.expo|\.turbo|\.data|\.git|\.schema-engine|test-results|pictures)$/;

function* sources(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (skipped.test(entry.name)) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* sources(path);
    else if (/\.(ts|tsx|mjs)$/.test(entry.name)) yield path;
  }
}

/** What one file says that is never said here: the line, and the reason. */
export function wordsIn(path: string, source: string): string[] {
  const held = rules.filter((rule) => rule.in?.test(path) ?? true);
  return source
    .split('\n')
    .flatMap((line, index) =>
      held
        .filter(({ pattern, codeOnly }) => pattern.test(line) && !(codeOnly && isComment(line)))
        .map(({ why }) => `${path}:${index + 1}: ${line.trim().slice(0, 100)}\n    ${why}`),
    );
}

/** What is never written here, with the reason. */
export async function words(): Promise<Ran> {
  const found: string[] = [];
  for (const folder of ['apps', 'packages', 'e2e'])
    for (const file of sources(inRoot(folder)))
      found.push(...wordsIn(relative(inRoot(), file), readFileSync(file, 'utf8')));
  return { code: found.length > 0 ? 1 : 0, output: found.join('\n') };
}
