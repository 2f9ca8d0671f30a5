import type { Carried, Row } from '../chat/contest.js';
import type { ExplainResult } from '../chat/explain.js';
import type { HistoryResult, Stored } from '../chat/history.js';
import type { Finding } from '../chat/plans.js';
import { CORES_FOR_TWO, type ProcessesResult } from '../chat/processes.js';
import type { Crowd, SocketsResult } from '../chat/sockets.js';
import type { Spread } from '../measure/statistics.js';
import type { Figures } from './figures.js';

const NAME = 32;
const WIDTH = 11;
const HEADINGS = [
  'per second',
  'ratio',
  'ack p50',
  'ack p99',
  'seen p50',
  'seen p99',
  'driver',
  'service µs',
  'DB µs',
  'WAL B',
  'commits',
];

const line = (cells: readonly string[]): string =>
  cells.map((cell, at) => (at === 0 ? cell.padEnd(NAME) : cell.padStart(WIDTH))).join('');

const whole = (spread: Spread | undefined): string =>
  spread ? Math.round(spread.median).toLocaleString('en-GB') : '';
const ms = ({ median }: Spread): string => `${median.toFixed(median < 10 ? 1 : 0)} ms`;

const carried = (one: Carried): string =>
  line([
    one.name,
    whole(one.perSecond),
    one.ratio.median.toFixed(2),
    ms(one.acknowledged.p50),
    ms(one.acknowledged.p99),
    ms(one.seen.p50),
    ms(one.seen.p99),
    `${(one.driver.median * 100).toFixed(0)} %`,
    whole(one.service),
    whole(one.database),
    whole(one.wal),
    one.commits.median.toFixed(2),
  ]);

const titleOf = ({ conversations, rate }: Row): string => {
  const talks =
    conversations === 1 ? 'One conversation' : `${conversations.toLocaleString('en-GB')} conversations`;
  return rate === undefined
    ? `${talks}, each sends the next when the one before is acknowledged`
    : `${talks}, ${rate.toLocaleString('en-GB')} messages a second`;
};

const chatRow = (row: Row): string =>
  [
    `\n${titleOf(row)}`,
    `  ${line(['', ...HEADINGS])}`,
    ...row.carried.map((one) => `  ${carried(one)}`),
  ].join('\n');

const bytes = (value: number): string => `${(value / 2 ** 20).toFixed(0)} MB`;

const crowd = ({ name, checkpoints, bytesEach }: Crowd): string => {
  const last = checkpoints.at(-1);
  const all = last ? `${bytes(last.bytes)} with ${last.sockets.toLocaleString('en-GB')}` : '';
  return `  ${name.padEnd(NAME)}${(bytesEach / 1_000).toFixed(1).padStart(8)} kB each, ${all}`;
};

const sockets = ({ openFiles, crowds, ratio }: SocketsResult): string =>
  [
    `\nIdle sockets in one process, resident memory after garbage collection; ulimit -n ${openFiles}`,
    ...crowds.map(crowd),
    `  ratio ${ratio.toFixed(2)}`,
  ].join('\n');

const stored = ({ messages, page, send, pageRatio, sendRatio }: Stored): string =>
  `  ${messages.toLocaleString('en-GB').padStart(12)}${ms(page).padStart(WIDTH)}${pageRatio.median.toFixed(2).padStart(WIDTH)}${ms(send).padStart(WIDTH)}${sendRatio.median.toFixed(2).padStart(WIDTH)}`;

const history = (result: HistoryResult): string =>
  [
    '\nStored messages, a page of history with its ratio, a send with its ratio',
    ...result.stored.map(stored),
  ].join('\n');

const processes = ({ cores, row, redisBytes, absent }: ProcessesResult): string => {
  if (!row) return `\nTwo processes: not measured. ${absent ?? ''}`;
  const few = cores < CORES_FOR_TWO;
  const said = few
    ? `This machine has ${cores} cores: two processes, PostgreSQL and the driver share them.`
    : '';
  const redis = redisBytes === undefined ? '' : `Redis received ${Math.round(redisBytes)} bytes a message.`;
  return [chatRow(row), `  ${[said, redis].filter(Boolean).join(' ')}`].join('\n');
};

const SHOWN = 150;
const finding = ({ statement, times, ways, faults }: Finding): string =>
  [
    `\n  ${statement.slice(0, SHOWN)}${statement.length > SHOWN ? ' …' : ''}  (${times} times)`,
    ...ways.map((way) => `      ${way}`),
    ...faults.map((fault) => `    ✗ ${fault}`),
  ].join('\n');

const plans = ({ stored: messages, findings }: ExplainResult): string =>
  [
    `\nPlans of what is asked all day, as they were run with ${messages.toLocaleString('en-GB')} messages stored`,
    ...findings.map(finding),
  ].join('\n');

/** How the parts about the chat read. */
export const chatWords = {
  row: chatRow,
  part: (
    name: 'messages' | 'sockets' | 'history' | 'processes' | 'telemetry' | 'plans',
    figures: Partial<Figures>,
  ): string => {
    const { messages: said, sockets: crowds, history: grown, processes: both, plans: explained } = figures;
    if (name === 'messages') return said?.absent === undefined ? '' : `  ${said.absent}`;
    if (name === 'sockets') return crowds ? sockets(crowds) : '';
    if (name === 'history') return grown ? history(grown) : '';
    if (name === 'processes') return both ? processes(both) : '';
    if (name === 'telemetry') return figures.telemetry ? chatRow(figures.telemetry.row) : '';
    return explained ? plans(explained) : '';
  },
};
