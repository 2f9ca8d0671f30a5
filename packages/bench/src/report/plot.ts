/** Groups of bars as an SVG of its own: read on light ground and on dark, and without any other file. */
export type Bar = {
  readonly name: string;
  readonly value: number;
  readonly low?: number;
  readonly high?: number;
};
export type Group = { readonly name: string; readonly bars: readonly Bar[] };
export type Plot = {
  readonly title: string;
  /** Of the axis. */
  readonly unit: string;
  readonly groups: readonly Group[];
  /** Nobody else is in it. */
  readonly isOurs?: boolean;
  /** Where the figures come from, in small letters below. */
  readonly source?: string;
};

const WIDTH = 760;
const LEFT = 244;
const RIGHT = 90;
const BAR = 20;
const GAP = 8;
const HEAD = 52;
const OF_GROUP = 28;
const BETWEEN = 14;
const AXIS = 46;
const FOOT = 24;
const MOST_STEPS = 5;

const STYLE = `<style>
  :root { color-scheme: light dark; }
  .ground { fill: #ffffff; }
  text { font: 13px system-ui, -apple-system, 'Segoe UI', sans-serif; fill: #1c1917; }
  .title { font-weight: 600; font-size: 16px; }
  .group { font-weight: 600; fill: #44403c; }
  .soft { fill: #57534e; font-size: 12px; }
  .foot { fill: #78716c; font-size: 11px; }
  .grid { stroke: #e7e5e4; stroke-width: 1; }
  .axis { stroke: #a8a29e; stroke-width: 1; }
  .other { fill: #b4aea8; }
  .ours { fill: #0f766e; }
  .spread { stroke: #1c1917; stroke-width: 1.5; }
  @media (prefers-color-scheme: dark) {
    .ground { fill: #1c1917; }
    text { fill: #f5f5f4; }
    .group { fill: #e7e5e4; }
    .soft { fill: #d6d3d1; }
    .foot { fill: #a8a29e; }
    .grid { stroke: #35302d; }
    .axis { stroke: #78716c; }
    .other { fill: #7c746e; }
    .ours { fill: #2dd4bf; }
    .spread { stroke: #f5f5f4; }
  }
</style>`;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const figure = (value: number): string =>
  value.toLocaleString('en-GB', { maximumFractionDigits: value < 10 ? 2 : 0 });

type Scale = (value: number) => number;

/** As far apart as people count: one, two or five of a power of ten. */
function stepOf(most: number): number {
  const power = 10 ** Math.floor(Math.log10(most / MOST_STEPS || 1));
  return [1, 2, 5, 10].map((times) => times * power).find((step) => most / step <= MOST_STEPS) ?? most;
}

/** An end mark for a spread that would else be no more than a thicker line. */
const whisker = (x: number, y: number): string =>
  `<line class="spread" x1="${x}" x2="${x}" y1="${y - 4}" y2="${y + 4}"/>`;

function spreadAt({ low, high }: Bar, middle: number, scale: Scale): string {
  if (low === undefined || high === undefined || scale(high) - scale(low) < 1) return '';
  const [from, to] = [LEFT + scale(low), LEFT + scale(high)];
  return `<line class="spread" x1="${from}" x2="${to}" y1="${middle}" y2="${middle}"/>${whisker(from, middle)}${whisker(to, middle)}`;
}

function barAt(bar: Bar, y: number, scale: Scale, isOurs: boolean): string {
  const { name, value, high } = bar;
  const middle = y + BAR / 2;
  const ours = isOurs || name.startsWith('Countersign') ? 'ours' : 'other';
  return [
    `<text x="${LEFT - 12}" y="${middle + 4.5}" text-anchor="end">${escaped(name)}</text>`,
    `<rect class="${ours}" x="${LEFT}" y="${y}" width="${scale(value)}" height="${BAR}" rx="2"/>`,
    spreadAt(bar, middle, scale),
    `<text x="${LEFT + scale(Math.max(value, high ?? 0)) + 10}" y="${middle + 4.5}">${figure(value)}</text>`,
  ].join('');
}

/** What the axis is marked at. */
function marksUpTo(most: number): readonly number[] {
  const step = stepOf(most);
  return Array.from({ length: Math.floor(most / step + 1e-9) + 1 }, (_, at) => at * step);
}

/** Behind the bars of a group, and not behind its name. */
const gridOf = (marks: readonly number[], from: number, to: number, scale: Scale): readonly string[] =>
  marks.map((value) => {
    const x = LEFT + scale(value);
    return `<line class="${value === 0 ? 'axis' : 'grid'}" x1="${x}" x2="${x}" y1="${from}" y2="${to}"/>`;
  });

/** Below all of them, with what it counts. */
const axisOf = (marks: readonly number[], unit: string, y: number, scale: Scale): readonly string[] => [
  ...marks.map(
    (value) =>
      `<text class="soft" x="${LEFT + scale(value)}" y="${y + 17}" text-anchor="middle">${figure(value)}</text>`,
  ),
  `<text class="soft" x="${LEFT + (WIDTH - LEFT - RIGHT) / 2}" y="${y + 36}" text-anchor="middle">${escaped(unit)}</text>`,
];

/** Each group with the same measure, so that lengths may be compared all over. */
export function plotted({ title, unit, groups, isOurs = false, source }: Plot): string {
  const ends = groups.flatMap(({ bars }) => bars.map(({ value, high }) => Math.max(value, high ?? 0)));
  const most = Math.max(...ends) || 1;
  const scale: Scale = (value) => Number((((WIDTH - LEFT - RIGHT) * value) / most).toFixed(1));
  const marks = marksUpTo(most);
  const parts: string[] = [];
  let y = HEAD;
  for (const { name, bars } of groups) {
    parts.push(`<text class="group" x="16" y="${y + 14}">${escaped(name)}</text>`);
    y += OF_GROUP;
    parts.push(...gridOf(marks, y - GAP / 2, y + bars.length * (BAR + GAP) - GAP / 2, scale));
    for (const bar of bars) {
      parts.push(barAt(bar, y, scale, isOurs));
      y += BAR + GAP;
    }
    y += BETWEEN;
  }
  const bottom = y - BETWEEN;
  const height = bottom + AXIS + (source === undefined ? 0 : FOOT);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${escaped(title)}">`,
    STYLE,
    `<rect class="ground" width="${WIDTH}" height="${height}" rx="8"/>`,
    `<text class="title" x="16" y="28">${escaped(title)}</text>`,
    ...parts,
    ...axisOf(marks, unit, bottom, scale),
    ...(source === undefined
      ? []
      : [`<text class="foot" x="16" y="${height - 12}">${escaped(source)}</text>`]),
    '</svg>\n',
  ].join('\n');
}
