import { relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { ROOT } from '../paths.js';

/** A test that failed, and what it said, in a few lines. */
export type Failure = { readonly what: string; readonly why: string };

const MOST_LINES = 5;
const HEADING = 'What failed:';
const MARK = '  ✗ ';
const INDENT = '      ';

/** The first lines of what a runner says, up to where it begins to tell how it came there. */
export function inShort(message: string): string {
  const lines = stripVTControlCharacters(message).split('\n');
  const told = lines.findIndex((line) => /^(Call log:|\s+at |\s*\^)/.test(line));
  return lines
    .slice(0, told < 0 ? lines.length : told)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .slice(0, MOST_LINES)
    .join('\n');
}

export type VitestFile = {
  readonly name: string;
  readonly status: string;
  readonly message: string;
  readonly assertionResults: readonly {
    readonly status: string;
    readonly fullName: string;
    readonly failureMessages: readonly string[] | null;
  }[];
};

/** Of a report of Vitest: its tests, and the files that did not come so far as to have any. */
export const failuresOfVitest = (files: readonly VitestFile[]): Failure[] =>
  files.flatMap(({ name, status, message, assertionResults }) => {
    const file = relative(ROOT, name);
    const failed = assertionResults.filter((one) => one.status === 'failed');
    if (failed.length === 0 && status === 'failed') return [{ what: file, why: inShort(message) }];
    return failed.map(({ fullName, failureMessages }) => ({
      what: `${file} › ${fullName}`,
      why: inShort(failureMessages?.[0] ?? ''),
    }));
  });

export type PlaywrightSuite = {
  readonly title: string;
  readonly file: string;
  readonly suites?: readonly PlaywrightSuite[];
  readonly specs?: readonly {
    readonly title: string;
    readonly file: string;
    readonly line: number;
    readonly tests: readonly {
      readonly status: string;
      readonly results: readonly { readonly error?: { readonly message?: string } }[];
    }[];
  }[];
};

/** Of a report of Playwright, which nests its suites. */
export const failuresOfPlaywright = ({ suites = [], specs = [] }: Partial<PlaywrightSuite>): Failure[] => [
  ...specs.flatMap(({ title, file, line, tests }) =>
    tests
      .filter(({ status }) => status === 'unexpected' || status === 'flaky')
      .map(({ results }) => ({
        what: `${file}:${line} › ${title}`,
        why: inShort(results.find(({ error }) => error)?.error?.message ?? ''),
      })),
  ),
  ...suites.flatMap(failuresOfPlaywright),
];

/** For whoever reads the end of a long run, and for a command that reads another's. */
export const textOf = (failures: readonly Failure[]): string =>
  [
    HEADING,
    ...failures.flatMap(({ what, why }) => [
      `${MARK}${what}`,
      ...why
        .split('\n')
        .filter(Boolean)
        .map((line) => `${INDENT}${line}`),
    ]),
  ].join('\n');

/** The last text of failures in what a command said. */
export function failuresIn(output: string): Failure[] {
  const lines = output.split('\n');
  const heading = lines.lastIndexOf(HEADING);
  if (heading < 0) return [];
  const failures: { what: string; why: string[] }[] = [];
  for (const line of lines.slice(heading + 1)) {
    if (line.startsWith(MARK)) failures.push({ what: line.slice(MARK.length), why: [] });
    else if (line.startsWith(INDENT)) failures.at(-1)?.why.push(line.slice(INDENT.length));
    else break;
  }
  return failures.map(({ what, why }) => ({ what, why: why.join('\n') }));
}
