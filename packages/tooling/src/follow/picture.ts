import { AGENT, CONSUMER, type Step, type Story } from './story.js';

const WIDTH = 1060;
/** Where the name of a step, its place, and the axis begin; fonts differ, so each has room to spare. */
const NAME = 24;
const PLACE = 344;
const LEFT = 520;
const RIGHT = 130;
const ROW = 30;
const BAR = 14;

/** In the picture's own words: what a step is, and the span it is drawn from stands in the documents. */
const words: Readonly<Record<string, string>> = {
  'session opened': 'Session opened, bound to the browser’s key',
  'proof judged': 'Proof judged, check by check',
  click: 'Click on “Send”',
  'message received': 'Message received, until it is acknowledged',
  'message stored': 'Stored, with number and stamp',
  'message delivered': 'Delivered to the sockets that are here',
  'message told': 'Told to the other process, by Redis',
  'message heard': 'Heard from Redis',
  sent: 'The page says: sent',
  painted: 'Painted on the screen',
  'message shown': 'Marked as seen',
};

const STYLE = `<style>
  .paper { fill: #ffffff; stroke: #d9dce3; }
  text { font: 13px system-ui, -apple-system, "Segoe UI", sans-serif; fill: #1b1f2a; }
  .title { font-size: 17px; font-weight: 600; }
  .part { font-weight: 600; }
  .soft { fill: #5a6072; }
  .small { font-size: 12px; }
  .figure { font-variant-numeric: tabular-nums; }
  .grid { stroke: #e7e9ee; }
  .consumer { fill: #b45309; } .first { fill: #0f766e; } .second { fill: #4338ca; } .agent { fill: #be185d; }
  @media (prefers-color-scheme: dark) {
    .paper { fill: #14161c; stroke: #333846; }
    text { fill: #eceef4; }
    .soft { fill: #a9afbf; }
    .grid { stroke: #2a2e39; }
    .consumer { fill: #fbbf24; } .first { fill: #2dd4bf; } .second { fill: #a5b4fc; } .agent { fill: #f9a8d4; }
  }
</style>`;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const whole = (ms: number): string => `${Math.max(0, Math.round(ms))} ms`;
/** A length, where there is one, else the moment. */
const figure = ({ from, to }: Step): string =>
  to - from >= 1 ? `${whole(from)} – ${whole(to)}` : whole(from);

type Colour = (where: string) => string;
function coloursOf(steps: readonly Step[]): Colour {
  const first = steps.find(({ name }) => name === 'message received')?.where;
  return (where) => {
    if (where === CONSUMER) return 'consumer';
    if (where === AGENT) return 'agent';
    return where === first ? 'first' : 'second';
  };
}

/** Lines at round numbers, at most seven of them. */
function roundsUpTo(end: number): number[] {
  const step = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000].find((one) => end / one <= 7) ?? 2_000;
  return Array.from({ length: Math.floor(end / step) + 1 }, (_, index) => index * step);
}

/** Rows on one axis of time of their own. */
function partOf(title: string, steps: readonly Step[], top: number, colour: Colour): string[] {
  const end = Math.max(...steps.map(({ to }) => to));
  const x = (ms: number) => LEFT + (Math.min(Math.max(0, ms), end) / end) * (WIDTH - LEFT - RIGHT);
  const bottom = top + 14 + steps.length * ROW;
  const axis = roundsUpTo(end).flatMap((ms) => [
    `<line class="grid" x1="${x(ms).toFixed(1)}" x2="${x(ms).toFixed(1)}" y1="${top + 8}" y2="${bottom}"/>`,
    `<text class="soft small figure" x="${x(ms).toFixed(1)}" y="${top}" text-anchor="middle">${ms}</text>`,
  ]);
  const rows = steps.map((step, index) => rowOf(step, top + 14 + index * ROW, x, colour));
  return [`<text class="part" x="24" y="${top}">${escaped(title)}</text>`, ...axis, ...rows];
}

function rowOf(step: Step, y: number, x: (ms: number) => number, colour: Colour): string {
  const middle = y + ROW / 2;
  const [from, to] = [x(step.from), x(step.to)];
  const isMoment = step.to - step.from < 1;
  const mark = isMoment
    ? `<circle class="${colour(step.where)}" cx="${from.toFixed(1)}" cy="${middle}" r="5.5"/>`
    : `<rect class="${colour(step.where)}" x="${from.toFixed(1)}" y="${middle - BAR / 2}" width="${(to - from).toFixed(1)}" height="${BAR}" rx="3"/>`;
  return [
    `<text x="${NAME}" y="${middle + 4}">${escaped(words[step.name] ?? step.name)}</text>`,
    `<circle class="${colour(step.where)}" cx="${PLACE}" cy="${middle}" r="4"/>`,
    `<text class="soft" x="${PLACE + 11}" y="${middle + 4}">${escaped(step.where)}</text>`,
    mark,
    `<text class="soft small figure" x="${(to + 11).toFixed(1)}" y="${middle + 4}">${figure(step)}</text>`,
  ].join('');
}

const secondsOf = (ms: number): string => (ms < 1_500 ? 'a second' : `${Math.round(ms / 1_000)} seconds`);

/** From the click on the left to the screen on the right: a row for each step, a colour for each place. */
export function pictureOf({ before, steps, signedInMs, lines }: Story, notes: readonly string[]): string {
  const colour = coloursOf(steps);
  const second = 84;
  const first = second + 14 + before.length * ROW + 44;
  const foot = first + 14 + steps.length * ROW + 36;
  const height = foot + 20 * notes.length + 20;
  const told = steps.map((step) => `${words[step.name] ?? step.name}, ${step.where}: ${figure(step)}`);
  const commit = lines === 1 ? 'by a commit of its own' : `by one commit with ${lines - 1} more`;
  const parts = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-labelledby="title story">`,
    '<title id="title">One message, from the consumer’s click to the agent’s screen</title>',
    `<desc id="story">${escaped(told.join('. '))}.</desc>`,
    STYLE,
    `<rect class="paper" x="0.5" y="0.5" width="${WIDTH - 1}" height="${height - 1}" rx="10"/>`,
    '<text class="title" x="24" y="38">One message, from the consumer’s click to the agent’s screen</text>',
    ...partOf(`Signed in ${secondsOf(signedInMs)} before, in milliseconds`, before, second, colour),
    ...partOf('From the click, in milliseconds', steps, first, colour),
    `<text class="soft small" x="24" y="${foot}">Each step goes on from one before it, in one trace; the session is known by its id. Stored ${commit}.</text>`,
    ...notes.map(
      (note, at) => `<text class="soft small" x="24" y="${foot + 20 * (at + 1)}">${escaped(note)}</text>`,
    ),
    '</svg>',
  ];
  return `${parts.join('\n')}\n`;
}
