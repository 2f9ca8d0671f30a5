/** Groups of bars as an SVG of its own: read on light ground and on dark, and without any other file. */
export type Bar = {
  readonly name: string;
  readonly value: number;
  readonly low?: number;
  readonly high?: number;
};
export type Group = { readonly name: string; readonly bars: readonly Bar[] };
export type Plot = { readonly title: string; readonly unit: string; readonly groups: readonly Group[] };

const WIDTH = 760;
const LEFT = 250;
const RIGHT = 110;
const BAR = 18;
const GAP = 6;
const HEAD = 46;
const OF_GROUP = 26;

const STYLE = `<style>
  :root { color-scheme: light dark; }
  text { font: 13px system-ui, sans-serif; fill: #1c1917; }
  .title { font-weight: 600; font-size: 15px; }
  .soft { fill: #57534e; }
  .other { fill: #a8a29e; }
  .ours { fill: #0f766e; }
  .spread { stroke: #1c1917; stroke-width: 1.5; }
  @media (prefers-color-scheme: dark) {
    text { fill: #f5f5f4; }
    .soft { fill: #d6d3d1; }
    .other { fill: #78716c; }
    .ours { fill: #2dd4bf; }
    .spread { stroke: #f5f5f4; }
  }
</style>`;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const figure = (value: number): string =>
  value.toLocaleString('en-GB', { maximumFractionDigits: value < 10 ? 2 : 0 });

type Scale = (value: number) => number;

function barAt({ name, value, low, high }: Bar, y: number, scale: Scale): string {
  const middle = y + BAR / 2;
  const ours = name.startsWith('Countersign') ? 'ours' : 'other';
  const spread =
    low === undefined || high === undefined
      ? ''
      : `<line class="spread" x1="${LEFT + scale(low)}" x2="${LEFT + scale(high)}" y1="${middle}" y2="${middle}"/>`;
  return [
    `<text x="${LEFT - 10}" y="${middle + 4}" text-anchor="end">${escaped(name)}</text>`,
    `<rect class="${ours}" x="${LEFT}" y="${y}" width="${scale(value)}" height="${BAR}" rx="2"/>`,
    spread,
    `<text x="${LEFT + scale(Math.max(value, high ?? 0)) + 8}" y="${middle + 4}">${figure(value)}</text>`,
  ].join('');
}

/** Each group with the same measure, so that lengths may be compared all over. */
export function plotted({ title, unit, groups }: Plot): string {
  const most = Math.max(
    ...groups.flatMap(({ bars }) => bars.map(({ value, high }) => Math.max(value, high ?? 0))),
  );
  const scale: Scale = (value) => Number((((WIDTH - LEFT - RIGHT) * value) / (most || 1)).toFixed(1));
  const parts: string[] = [];
  let y = HEAD;
  for (const { name, bars } of groups) {
    parts.push(`<text class="soft" x="16" y="${y + 14}">${escaped(name)}</text>`);
    y += OF_GROUP;
    for (const bar of bars) {
      parts.push(barAt(bar, y, scale));
      y += BAR + GAP;
    }
    y += GAP;
  }
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${y + 8}" role="img" aria-label="${escaped(title)}">`,
    STYLE,
    `<text class="title" x="16" y="26">${escaped(title)} <tspan class="soft" font-weight="400">${escaped(unit)}</tspan></text>`,
    ...parts,
    '</svg>\n',
  ].join('\n');
}
