import type { Exception, Fact, RanTest } from './judge.js';

const rowOf = /^\| (G\d+) \| (.+?) \| [^|]+ \|$/gm;

/** The rows of the document that a stand-in promises, from the first to `last` without a gap. */
export function readFacts(text: string, last: number): readonly Fact[] {
  const facts = [...text.matchAll(rowOf)].map(([, row = '', fact = '']) => ({ row, fact }));
  const expected = Array.from({ length: last }, (_, index) => `G${index + 1}`);
  const missing = expected.filter((row) => !facts.some((fact) => fact.row === row));
  if (missing.length > 0) throw new Error(`The document has no row for ${missing.join(', ')}.`);
  return expected.flatMap((row) => facts.find((fact) => fact.row === row) ?? []);
}

type Report = {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message?: string;
    readonly assertionResults: readonly { readonly title: string; readonly status: string }[];
  }[];
};

/** The tests of a report of the runner. A file that broke before its first test is an error of the run. */
export function readReport(text: string): readonly RanTest[] {
  const { testResults } = JSON.parse(text) as Report;
  const broken = testResults.find(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  if (broken) throw new Error(`${broken.name} did not run: ${broken.message ?? 'no reason was given'}`);
  return testResults.flatMap(({ assertionResults }) =>
    assertionResults.map(({ title, status }) => ({ title, status })),
  );
}

const isException = (value: unknown): value is Exception =>
  typeof value === 'object' &&
  value !== null &&
  'row' in value &&
  typeof value.row === 'string' &&
  'reason' in value &&
  typeof value.reason === 'string' &&
  value.reason.trim() !== '';

/** What is stated not to hold, each with its reason. */
export function readExceptions(text: string): readonly Exception[] {
  const stated: unknown = JSON.parse(text);
  if (!Array.isArray(stated) || !stated.every(isException))
    throw new Error('Exceptions are a list of {"row": "G1", "reason": "…"}, each with a reason.');
  return stated;
}
