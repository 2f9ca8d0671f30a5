import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Carried, Row } from '../chat/contest.js';
import { sourceOf } from '../machine.js';
import type { Spread } from '../measure/statistics.js';
import type { Figures } from './figures.js';
import { type Bar, type Group, type Plot, plotted } from './plot.js';

const count = (value: number): string => value.toLocaleString('en-GB');
const barOf = (name: string, { median, low, high }: Spread): Bar => ({ name, value: median, low, high });
const talks = (conversations: number): string =>
  conversations === 1 ? 'one conversation' : `${count(conversations)} conversations`;

const groupsOf = (name: string, { carried }: Row, of: (one: Carried) => Spread): Group => ({
  name,
  bars: carried.map((one) => barOf(one.name, of(one))),
});

type Named = readonly [string, Plot];

/** Times in one plot, throughput in another: they have no measure in common. */
function rowPlots(row: Row): readonly Named[] {
  const times: readonly (readonly [string, (one: Carried) => Spread])[] = [
    ['Until acknowledged, median', (one) => one.acknowledged.p50],
    ['Until acknowledged, 99 of 100', (one) => one.acknowledged.p99],
    ['Until the other side has it, median', (one) => one.seen.p50],
    ['Until the other side has it, 99 of 100', (one) => one.seen.p99],
  ];
  const groups = times.map(([name, of]) => groupsOf(name, row, of));
  const said = groupsOf('Stored, acknowledged and seen', row, (one) => one.perSecond);
  return [
    [
      `messages-${row.conversations}`,
      { title: `Messages, ${talks(row.conversations)}`, unit: 'messages a second', groups: [said] },
    ],
    [
      `delays-${row.conversations}`,
      { title: `Delays, ${talks(row.conversations)}`, unit: 'milliseconds', groups },
    ],
  ];
}

const socketsPlot = ({ crowds, openFiles }: NonNullable<Figures['sockets']>): Named => {
  const bars = crowds.map(({ name, bytesEach }) => ({ name, value: bytesEach / 1_000 }));
  const name = `Up to ${count(crowds[0]?.checkpoints.at(-1)?.sockets ?? 0)} in one process, ulimit -n ${openFiles}`;
  return ['sockets', { title: 'Memory of an idle socket', unit: 'kB each', groups: [{ name, bars }] }];
};

const historyPlot = ({ stored }: NonNullable<Figures['history']>): Named => {
  const barsOf = (of: 'page' | 'send') =>
    stored.map((one) => barOf(`${count(one.messages)} stored`, one[of]));
  const groups = [
    { name: 'A page of history', bars: barsOf('page') },
    { name: 'A message, until acknowledged', bars: barsOf('send') },
  ];
  return ['history', { title: 'As more is stored', unit: 'milliseconds', groups, isOurs: true }];
};

function processesPlot({ row, cores }: NonNullable<Figures['processes']>): readonly Named[] {
  if (!row) return [];
  const title = `One process and two, ${talks(row.conversations)}`;
  const name = `With PostgreSQL and the driver on ${cores} cores`;
  const groups = [groupsOf(name, row, (one) => one.perSecond)];
  return [['processes', { title, unit: 'messages a second', groups, isOurs: true }]];
}

const telemetryPlot = ({ row }: NonNullable<Figures['telemetry']>): Named => {
  const title = `What being seen costs, ${talks(row.conversations)}`;
  const groups = [groupsOf('The same API', row, (one) => one.perSecond)];
  return ['telemetry', { title, unit: 'messages a second', groups, isOurs: true }];
};

function plotsOf(figures: Figures): readonly Named[] {
  const { machine, taken = {}, messages, sockets, history, processes, telemetry } = figures;
  const from = (part: string, plots: readonly Named[]) =>
    plots.map(([name, plot]): Named => [name, { ...plot, source: sourceOf(taken[part] ?? machine) }]);
  return [
    ...from('messages', (messages?.rows ?? []).flatMap(rowPlots)),
    ...from('sockets', sockets ? [socketsPlot(sockets)] : []),
    ...from('history', history ? [historyPlot(history)] : []),
    ...from('processes', processes ? processesPlot(processes) : []),
    ...from('telemetry', telemetry ? [telemetryPlot(telemetry)] : []),
  ];
}

/** One file for each row. Answers their names. */
export function drawAll(figures: Figures, folder: string): readonly string[] {
  const plots = plotsOf(figures);
  if (plots.length > 0) mkdirSync(folder, { recursive: true });
  for (const [name, plot] of plots) writeFileSync(join(folder, `${name}.svg`), plotted(plot));
  return plots.map(([name]) => `${name}.svg`);
}
