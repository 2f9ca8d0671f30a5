import { type Cost, type Figures, partNames, type Scores, type Source } from './figures.ts';

const row = (...cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

const sourceOf = ({ cpu, cores, memoryGb, date, load, browser, lighthouse, rounds }: Source): string =>
  `${cpu}, ${cores} cores, ${memoryGb} GB, ${browser}, Lighthouse ${lighthouse}, median of ${rounds}, ${date}, load before the run ${load}`;

const ms = (value: number): string => `${Math.round(value).toLocaleString('en-GB')} ms`;
const shift = (value: number): string => value.toFixed(3);
const signed = (value: number, told: string): string => (value > 0 ? `+${told}` : told);

const costTable = ({ with: on, without, delta }: Cost): readonly string[] => [
  row('Larkspur’s home', 'LCP', 'TBT', 'CLS'),
  row('---', '---', '---', '---'),
  row('without the widget', ms(without.lcp), ms(without.tbt), shift(without.cls)),
  row('with the widget', ms(on.lcp), ms(on.tbt), shift(on.cls)),
  row(
    '**the difference**',
    signed(delta.lcp, ms(delta.lcp)),
    `**${signed(delta.tbt, ms(delta.tbt))}** of at most 20 ms`,
    `**${shift(delta.cls)}** of 0`,
  ),
];

const scoreTable = (scores: readonly Scores[]): readonly string[] => [
  row('page', 'seen', 'accessibility', 'best practices'),
  row('---', '---', '---', '---'),
  ...scores.map(({ page, seen, accessibility, bestPractices }) =>
    row(page, seen, `${accessibility}`, `${bestPractices}`),
  ),
];

/** In Markdown, which a terminal reads as well. */
export function tableOf(figures: Figures): string {
  const parts = partNames.flatMap((name) => figures[name] ?? []);
  const cost = parts.flatMap((part) => part.cost ?? []);
  const sources = [...new Set(parts.map(({ source }) => `Measured on ${sourceOf(source)}.`))];
  return [
    ...scoreTable(parts.flatMap(({ scores }) => scores)),
    '',
    ...cost.flatMap((one) => [...costTable(one), '']),
    ...sources,
  ].join('\n');
}
