import type { Carried, Row } from '../chat/contest.js';
import type { HistoryResult } from '../chat/history.js';
import { CORES_FOR_TWO, type ProcessesResult } from '../chat/processes.js';
import type { SocketsResult } from '../chat/sockets.js';
import { sourceOf } from '../machine.js';
import type { Spread } from '../measure/statistics.js';
import type { Figures } from '../report/figures.js';
import { type Goal, goalsOf } from '../report/goals.js';

export const count = (value: number): string => Math.round(value).toLocaleString('en-GB');
const ms = ({ median }: Spread): string => `${median.toFixed(median < 10 ? 1 : 0)} ms`;
const micros = (spread: Spread | undefined): string => (spread ? `${count(spread.median)} µs` : '');
const ratio = ({ median, low, high }: Spread): string =>
  median === 1 && low === 1 && high === 1
    ? '1.00'
    : `**${median.toFixed(2)}** (${low.toFixed(2)} to ${high.toFixed(2)})`;

/** A table as Markdown writes it. */
export const tableOf = (headings: readonly string[], rows: readonly (readonly string[])[]): string =>
  [headings, headings.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

const rowOf = (one: Carried): readonly string[] => [
  one.name,
  count(one.perSecond.median),
  ratio(one.ratio),
  `${ms(one.acknowledged.p50)} / ${ms(one.acknowledged.p99)}`,
  `${ms(one.seen.p50)} / ${ms(one.seen.p99)}`,
  micros(one.service),
  micros(one.database),
  `${count(one.wal.median)} B`,
  one.commits.median.toFixed(2),
  `${(one.driver.median * 100).toFixed(0)} %`,
];

const HEADINGS = [
  'messages a second',
  'ratio',
  'acknowledged, p50 / p99',
  'seen, p50 / p99',
  'service',
  'PostgreSQL',
  'log',
  'commits',
  'driver',
];

const talks = (conversations: number): string =>
  conversations === 1 ? 'one conversation' : `${count(conversations)} conversations`;

const rowTable = ({ conversations, carried }: Row): string =>
  tableOf([talks(conversations), ...HEADINGS], carried.map(rowOf));

const sockets = ({ openFiles, crowds, ratio: by }: SocketsResult): string => {
  const rows = crowds.map(({ name, bytesEach, checkpoints }, at) => {
    const last = checkpoints.at(-1);
    const held = last ? `${count(last.bytes / 2 ** 20)} MB with ${count(last.sockets)}` : '';
    return [name, `${(bytesEach / 1_000).toFixed(1)} kB`, at === 0 ? '1.00' : `**${by.toFixed(2)}**`, held];
  });
  const title = `idle sockets in one process, the other ends in another; \`ulimit -n\` ${openFiles}`;
  return tableOf([title, 'each', 'ratio', 'the whole process'], rows);
};

const history = ({ stored }: HistoryResult): string =>
  tableOf(
    ['messages stored', 'a page of history', 'ratio', 'a message, until acknowledged', 'ratio'],
    stored.map((one) => [
      count(one.messages),
      ms(one.page),
      ratio(one.pageRatio),
      ms(one.send),
      ratio(one.sendRatio),
    ]),
  );

const processes = ({ cores, row, redisBytes, absent }: ProcessesResult): string => {
  if (!row) return `Not measured. ${absent ?? ''}`;
  const few = `The machine has ${cores} cores, which two processes, PostgreSQL and the driver share: nothing is promised below ${CORES_FOR_TWO}.`;
  const redis =
    redisBytes === undefined ? '' : `Redis received ${count(redisBytes)} bytes for each message. `;
  return [rowTable(row), '', `${redis}${cores < CORES_FOR_TWO ? few : ''}`.trim()].join('\n');
};

const goalRow = ({ what, is, goal, met }: Goal): readonly string[] => [
  what,
  is.toFixed(2),
  goal,
  met ? 'met' : '**missed**',
];

/** Each machine and day with what was measured there: one, where all of it was one run. */
const source = ({ machine, taken = {} }: Figures): string => {
  const places = new Map<string, string[]>();
  for (const [part, from] of Object.entries(taken)) {
    const place = sourceOf(from);
    places.set(place, [...(places.get(place) ?? []), part]);
  }
  const others = [...places].map(([place, parts]) => ` ${parts.join(', ')}: ${place}.`);
  return `Measured on ${sourceOf(machine)}.${others.length > 0 ? ' In other runs:' : ''}${others.join('')}`;
};

/** What stands between marks in the documents, by name. A part that was not measured is absent, and what stands there stays. */
export function tablesOf(figures: Figures): Readonly<Record<string, string>> {
  const { messages, sockets: crowds, history: grown, processes: both } = figures;
  const said = messages && [...messages.rows.map(rowTable), ...(messages.absent ? [messages.absent] : [])];
  return {
    source: source(figures),
    goals: tableOf(['goal', 'is', 'wanted', ''], goalsOf(figures).map(goalRow)),
    ...(said ? { messages: said.join('\n\n') } : {}),
    ...(crowds ? { sockets: sockets(crowds) } : {}),
    ...(grown ? { history: history(grown) } : {}),
    ...(both ? { processes: processes(both) } : {}),
  };
}
