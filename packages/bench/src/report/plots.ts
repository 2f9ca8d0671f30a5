import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Carried, Row } from '../chat/contest.js';
import type { Spread } from '../measure/statistics.js';
import type { Figures } from './figures.js';
import { type Bar, type Group, type Plot, plotted } from './plot.js';

const count = (value: number): string => value.toLocaleString('en-GB');
const barOf = (name: string, { median, low, high }: Spread): Bar => ({ name, value: median, low, high });
const talks = (conversations: number): string =>
  conversations === 1 ? 'one conversation' : `${count(conversations)} conversations`;

const groupsOf = ({ carried }: Row, of: (one: Carried) => Spread): Group => ({
  name: 'messages a second',
  bars: carried.map((one) => barOf(one.name, of(one))),
});

/** Times in one plot, throughput in another: they have no measure in common. */
function rowPlots(row: Row): readonly (readonly [string, Plot])[] {
  const title = `Messages, ${talks(row.conversations)}`;
  const times: readonly (readonly [string, (one: Carried) => Spread])[] = [
    ['until acknowledged, p50', (one) => one.acknowledged.p50],
    ['until acknowledged, p99', (one) => one.acknowledged.p99],
    ['until seen by the other side, p50', (one) => one.seen.p50],
    ['until seen by the other side, p99', (one) => one.seen.p99],
  ];
  const groups = times.map(([name, of]) => ({ ...groupsOf(row, of), name }));
  return [
    [
      `messages-${row.conversations}`,
      { title, unit: 'a second', groups: [groupsOf(row, (one) => one.perSecond)] },
    ],
    [`delays-${row.conversations}`, { title, unit: 'milliseconds', groups }],
  ];
}

function plotsOf({
  messages,
  sockets,
  history,
  processes,
}: Partial<Figures>): readonly (readonly [string, Plot])[] {
  const plots = [...(messages?.rows ?? []).flatMap(rowPlots)];
  if (sockets) {
    const bars = sockets.crowds.map(({ name, bytesEach }) => ({ name, value: bytesEach / 1_000 }));
    plots.push([
      'sockets',
      { title: 'Memory of an idle socket', unit: 'kB', groups: [{ name: 'one process', bars }] },
    ]);
  }
  if (history) {
    const barsOf = (of: 'page' | 'send') =>
      history.stored.map((one) => barOf(`${count(one.messages)} stored`, one[of]));
    const groups = [
      { name: 'a page of history', bars: barsOf('page') },
      { name: 'a message sent', bars: barsOf('send') },
    ];
    plots.push(['history', { title: 'As more is stored', unit: 'milliseconds', groups }]);
  }
  if (processes?.row) {
    const title = `One process and two, ${talks(processes.row.conversations)}, ${processes.cores} cores`;
    const groups = [groupsOf(processes.row, (one) => one.perSecond)];
    plots.push(['processes', { title, unit: 'messages a second', groups }]);
  }
  return plots;
}

/** One file for each row. Answers their names. */
export function drawAll(figures: Partial<Figures>, folder: string): readonly string[] {
  const plots = plotsOf(figures);
  if (plots.length > 0) mkdirSync(folder, { recursive: true });
  for (const [name, plot] of plots) writeFileSync(join(folder, `${name}.svg`), plotted(plot));
  return plots.map(([name]) => `${name}.svg`);
}
