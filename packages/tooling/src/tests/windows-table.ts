import { z } from 'zod';

/** What a journey says it showed: in which window, by which flow, in which browser, and what came of it. */
const cell = z.object({
  /** Which row and which column. */
  at: z.tuple([z.int(), z.int()]),
  window: z.string(),
  flow: z.string(),
  condition: z.string(),
  outcome: z.string(),
});
type Cell = z.infer<typeof cell>;

const annotation = z.object({ type: z.string(), description: z.string().optional() });
const spec = z.object({
  title: z.string(),
  ok: z.boolean(),
  tests: z.array(z.object({ annotations: z.array(annotation) })),
});
type Suite = { readonly specs: z.infer<typeof spec>[]; readonly suites?: Suite[] | undefined };
const suite: z.ZodType<Suite> = z.object({
  specs: z.array(spec),
  get suites() {
    return z.array(suite).optional();
  },
});
const report = z.object({ suites: z.array(suite) });

const [BEGIN, END] = ['<!-- what the tests showed -->', '<!-- end -->'];

const specsOf = ({ specs, suites = [] }: Suite): Suite['specs'] => [...specs, ...suites.flatMap(specsOf)];

/** Only what passed was shown. */
const cellsOf = (text: unknown): Cell[] =>
  report
    .parse(text)
    .suites.flatMap(specsOf)
    .filter(({ ok }) => ok)
    .flatMap(({ tests }) => tests.flatMap(({ annotations }) => annotations))
    .filter(({ type }) => type === 'shows')
    .map(({ description = '' }) => cell.parse(JSON.parse(description)));

const unique = (values: readonly string[]): string[] => [...new Set(values)];

/** Two journeys that show one thing agree about it, or the table would depend on which ran last. */
function outcomeAt(cells: readonly Cell[], window: string, flow: string, condition: string): string {
  const said = unique(
    cells
      .filter((one) => one.window === window && one.flow === flow && one.condition === condition)
      .map(({ outcome }) => outcome),
  );
  if (said.length > 1) throw new Error(`${window}, ${flow}, ${condition}: ${said.join(' and ')}`);
  return said[0] ?? '–';
}

const by = (axis: 0 | 1) => (a: Cell, b: Cell) => a.at[axis] - b.at[axis];

/** Whatever order the journeys ran in. */
function tableOf(cells: readonly Cell[]): string {
  const conditions = unique(cells.toSorted(by(1)).map(({ condition }) => condition));
  const rows = unique(cells.toSorted(by(0)).map(({ window, flow }) => JSON.stringify([window, flow])));
  const line = (entries: readonly string[]) => `| ${entries.join(' | ')} |`;
  const body = rows.map((row) => {
    const [window = '', flow = ''] = JSON.parse(row) as string[];
    return line([window, flow, ...conditions.map((one) => outcomeAt(cells, window, flow, one))]);
  });
  return [
    line(['window', 'flow', ...conditions]),
    line(['window', 'flow', ...conditions].map(() => '---')),
    ...body,
  ].join('\n');
}

type Parts = { readonly before: string; readonly table: string; readonly after: string };

function partsOf(text: string): Parts {
  const [before, rest] = text.split(BEGIN);
  const [table, after] = rest?.split(END) ?? [];
  if (before === undefined || table === undefined || after === undefined)
    throw new Error(`The document has no ${BEGIN} and ${END}.`);
  return { before, table, after };
}

function mustShow(found: unknown): readonly Cell[] {
  const cells = cellsOf(found);
  if (cells.length === 0) throw new Error('No journey says what it shows.');
  return cells;
}

/** The document with the table between its two markers made anew. */
export function withTable(text: string, found: unknown): string {
  const { before, after } = partsOf(text);
  return `${before}${BEGIN}\n\n${tableOf(mustShow(found))}\n\n${END}${after}`;
}

/** What the journeys of a selection showed that stands otherwise in the document's table. */
export function differences(text: string, found: unknown): string[] {
  const [head = [], , ...rows] = partsOf(text)
    .table.trim()
    .split('\n')
    .map((line) => line.split('|').map((entry) => entry.trim()));
  const written = ({ window, flow, condition }: Cell) =>
    rows.find((row) => row[1] === window && row[2] === flow)?.[head.indexOf(condition)];
  return mustShow(found)
    .filter((cell) => written(cell) !== cell.outcome)
    .map((cell) => `${cell.window}, ${cell.flow}, ${cell.condition}: ${cell.outcome}, not ${written(cell)}`);
}
