import type { Machine } from '../machine.js';
import type { MemoryResult } from '../memory/memory.js';
import type { Amounts, Options } from '../options.js';
import type { SessionsResult } from '../sessions/sessions.js';
import type { GrowthResult } from '../stand-in/growth.js';
import type { LoginsResult } from '../stand-in/logins.js';
import type { StartsResult } from '../stand-in/starts.js';
import type { SealedResult } from '../verify/sealed.js';
import type { SignedResult } from '../verify/signed.js';
import type { Goal } from './goals.js';
import { tableOf, times } from './table.js';

const count = (value: number): string => value.toLocaleString('en-GB');
const megabytes = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(2)} MB`;
/** Of the checkpoints, a person reads some. */
const SHOWN = 4;

function head(machine: Machine, { quick }: Options, { pace }: Amounts): string {
  const { node, openssl, cpu, cores, memoryGb, platform, load } = machine;
  return [
    `Node ${node}, OpenSSL ${openssl}, ${cpu} (${cores} cores), ${memoryGb} GB, ${platform}, load ${load}`,
    `${pace.rounds} rounds of ${pace.batchMs} ms each, all contenders in every round, after ${pace.warmUpMs} ms of warm-up each.`,
    'Per second: the median of the rounds. Ratio: by the first contender in the same round; median and quartiles.',
    'CPU µs: processor time of one, all threads together, in a process that does nothing else.',
    ...(quick ? ['The quick form shows that everything runs. Its figures say nothing.'] : []),
    ...(load > machine.cores / 2 && !quick ? ['Others use this machine: speeds are lower than it has.'] : []),
  ].join('\n');
}

function memory({ verifications, checkpoints, bytesEach, flat }: MemoryResult): string {
  const shown = checkpoints.filter((_, at) => (at + 1) % SHOWN === 0);
  return [
    `\nMemory of ${count(verifications)} verifications of different tokens, after garbage collection`,
    ...shown.map((at) => `  after ${count(at.verifications).padStart(8)}  ${megabytes(at.bytes)}`),
    `  ${bytesEach.toFixed(2)} bytes for each once warm: ${flat ? 'flat' : 'growing'}`,
  ].join('\n');
}

const startLine = ({ name, ms, ratio }: StartsResult['measured'][number]): string =>
  `  ${name.padEnd(34)}${ms.median.toFixed(0).padStart(8)} ms${ratio.median.toFixed(2).padStart(10)}  (${ratio.low.toFixed(2)} to ${ratio.high.toFixed(2)})`;

const starts = ({ measured }: StartsResult): string =>
  [
    '\nFrom the start of the process to its first discovery answer; ratio to the faster of the two rivals',
    ...measured.map(startLine),
  ].join('\n');

const growth = ({ logins, checkpoints, bytesEach, flat }: GrowthResult): string =>
  [
    `\nMemory of the stand-in over ${count(logins)} logins, after garbage collection`,
    ...checkpoints
      .filter((_, at) => (at + 1) % SHOWN === 0)
      .map((at) => `  after ${count(at.logins).padStart(8)}  ${megabytes(at.bytes)}`),
    `  ${bytesEach.toFixed(0)} bytes for each once warm: ${flat ? 'flat' : 'growing'}`,
  ].join('\n');

const goal = ({ what, is, met, goal: promised }: Goal): string =>
  `  ${met ? '✓' : '✗'} ${what.padEnd(48)} ${is.toFixed(2).padStart(6)}  ${promised}`;

/** How each part reads. */
export const words = {
  head,
  signed: ({ algorithm, atOnce, measured }: SignedResult) =>
    tableOf(`Signed with ${algorithm}, ${times(atOnce)}`, measured),
  sealed: ({ envelope, atOnce, measured }: SealedResult) =>
    tableOf(`Signed with RS256, sealed with ${envelope}, ${times(atOnce)}`, measured),
  sessions: ({ atOnce, poolEach, measured }: SessionsResult) =>
    tableOf(`Over HTTP, ${times(atOnce)}, ${poolEach} connections each to one PostgreSQL`, measured),
  memory,
  starts,
  growth,
  logins: ({ atOnce, measured }: LoginsResult) =>
    tableOf(`Whole logins by the Code Flow with PKCE, ${times(atOnce)}`, measured),
  goals: (goals: readonly Goal[]) => ['\nGoals', ...goals.map(goal)].join('\n'),
};
