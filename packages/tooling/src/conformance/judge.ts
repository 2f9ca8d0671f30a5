/** One test as the runner reports it. */
export type RanTest = { readonly title: string; readonly status: string };

/** One fact that has to be shown, as the document numbers it. */
export type Fact = { readonly row: string; readonly fact: string };

/** A fact that does not hold, and why: read from a file, so that there is no way around saying it. */
export type Exception = { readonly row: string; readonly reason: string };

export type Verdict = 'pass' | 'fail' | 'exception';

export type JudgedRow = Fact & {
  readonly verdict: Verdict;
  /** Why it failed, or why it may. */
  readonly why?: string;
  /** Whose client saw it. */
  readonly by: readonly string[];
  readonly tests: readonly RanTest[];
};

const mostExceptions = 3;

const leading = /^((?:G\d+(?:, )?)+):/;

/** The rows a title names: `G77, G78: …`. */
export const rowsOf = (title: string): readonly string[] => leading.exec(title)?.[1]?.split(', ') ?? [];

const clientOf = (title: string): string | undefined => /\(([^()]+)\)$/.exec(title)?.[1];

function verdictOf(tests: readonly RanTest[], exception: Exception | undefined): [Verdict, string?] {
  const failed = tests.filter(({ status }) => status === 'failed');
  const passed = tests.filter(({ status }) => status === 'passed');
  if (exception) {
    const needless = passed.length > 0 && failed.length === 0;
    return needless
      ? ['fail', 'stated as an exception, and its tests pass: take it out']
      : ['exception', exception.reason];
  }
  if (failed.length > 0) return ['fail', failed.map(({ title }) => title).join('; ')];
  // A test that was skipped has shown nothing.
  return passed.length > 0 ? ['pass'] : ['fail', 'no test shows it'];
}

/** Each fact with the tests that carry its number. A fact without a test is a failure. */
export function judge(
  facts: readonly Fact[],
  tests: readonly RanTest[],
  exceptions: readonly Exception[],
): readonly JudgedRow[] {
  if (exceptions.length > mostExceptions)
    throw new Error(`${exceptions.length} exceptions are stated; at most ${mostExceptions} are allowed.`);
  const stranger = exceptions.find(({ row }) => !facts.some((fact) => fact.row === row));
  if (stranger) throw new Error(`An exception is stated for ${stranger.row}, which is no row.`);
  return facts.map(({ row, fact }) => {
    const own = tests.filter(({ title }) => rowsOf(title).includes(row));
    const exception = exceptions.find((one) => one.row === row);
    const [verdict, why] = verdictOf(own, exception);
    const by = [...new Set(own.map(({ title }) => clientOf(title)).filter((name) => name !== undefined))];
    return { row, fact, verdict, ...(why === undefined ? {} : { why }), by, tests: own };
  });
}
