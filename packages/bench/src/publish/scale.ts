import type { Carried } from '../chat/contest.js';
import type { Figures } from '../report/figures.js';
import { count, tableOf } from './tables.js';

/** A million who are connected; one in twenty talks, each with a message in twenty seconds; a bad day is four times that. */
const CONNECTED = 1_000_000;
const USUAL = 2_500;
const BAD_DAY = 4 * USUAL;
const SOCKETS_EACH = 40_000;
const DAY_SECONDS = 86_400;
/** A stored line with its indexes, without what is only written to the log. */
const STORED_BYTES = 700;
/** The row of conversations that costs are taken of. */
const JUDGED_AT = 100;

const GB = 1_000_000_000;
const MB = 1_000_000;

type Costs = {
  readonly floor: Carried;
  readonly ours: Carried;
  readonly socket: number;
  readonly bareSocket: number;
  readonly process: number;
  readonly redis: number | undefined;
};

function costsOf({ messages, sockets, processes }: Figures): Costs | undefined {
  const [floor, ours] = messages?.rows.find((row) => row.conversations === JUDGED_AT)?.carried ?? [];
  const [bare, crowd] = sockets?.crowds ?? [];
  const first = crowd?.checkpoints[0];
  if (!floor || !ours || !bare || !crowd || !first) return undefined;
  return {
    floor,
    ours,
    socket: crowd.bytesEach,
    bareSocket: bare.bytesEach,
    process: first.bytes - first.sockets * crowd.bytesEach,
    redis: processes?.redisBytes,
  };
}

const micros = (one: Carried, of: 'service' | 'database'): number => one[of]?.median ?? Number.NaN;

/** What one of each costs, with the floor's beside it. */
function coresOf({ floor, ours, socket, bareSocket, process, redis }: Costs): string {
  const kb = (bytes: number) => `${(bytes / 1_000).toFixed(1)} kB`;
  const both = (of: (one: Carried) => string) => `${of(ours)} (${of(floor)})`;
  return tableOf(
    ['figure', 'Countersign (the floor)', 'part'],
    [
      ['memory of an idle proven consumer', `${kb(socket)} (${kb(bareSocket)})`, '`sockets`'],
      ['the API itself, with nobody connected', `${count(process / MB)} MB`, '`sockets`'],
      [
        'processor time of a message in the API: parse, check, acknowledge, tell both sides and the queue',
        both((one) => `${count(micros(one, 'service'))} µs`),
        '`messages`',
      ],
      [
        'processor time of a message in PostgreSQL, at 100 conversations of one brand',
        both((one) => `${count(micros(one, 'database'))} µs`),
        '`messages`',
      ],
      ['log of PostgreSQL for a message', both((one) => `${count(one.wal.median)} bytes`), '`messages`'],
      ['commits for a message', both((one) => one.commits.median.toFixed(2)), '`messages`'],
      ...(redis === undefined
        ? []
        : [
            [
              'what Redis receives for a message that another process is to know of',
              `${count(redis)} bytes`,
              '`processes`',
            ],
          ]),
    ],
  );
}

function sumsOf({ ours, socket, process, redis }: Costs): string {
  const processes = Math.ceil(CONNECTED / SOCKETS_EACH);
  const each = SOCKETS_EACH * socket + process;
  const cores = (of: 'service' | 'database') => ((BAD_DAY * micros(ours, of)) / MB).toFixed(1);
  return tableOf(
    ['what', 'reckoned', 'comes to'],
    [
      [
        'API processes, by sockets',
        `${count(CONNECTED)} × ${(socket / 1_000).toFixed(1)} kB, and ${count(process / MB)} MB for each process of ${count(SOCKETS_EACH)}: ${(each / GB).toFixed(1)} GB`,
        `${processes} processes, ${count((processes * each) / GB)} GB in all; measured up to 10,000 in one process, reckoned beyond`,
      ],
      [
        'API processes, by messages',
        `${count(BAD_DAY)} × ${count(micros(ours, 'service'))} µs`,
        `${cores('service')} cores: fewer than the sockets need`,
      ],
      [
        'PostgreSQL, processor',
        `${count(BAD_DAY)} × ${count(micros(ours, 'database'))} µs`,
        `${cores('database')} cores`,
      ],
      [
        'PostgreSQL, commits',
        `${count(BAD_DAY)} × ${ours.commits.median.toFixed(2)}; where every brand is small and nothing gathers, up to ${count(BAD_DAY)}`,
        `${count(BAD_DAY * ours.commits.median)} a second, against what the disk flushes`,
      ],
      [
        'PostgreSQL, log',
        `${count(BAD_DAY)} × ${count(ours.wal.median)} bytes`,
        `${((BAD_DAY * ours.wal.median) / MB).toFixed(0)} MB a second, and as much again to each standby`,
      ],
      [
        'stored',
        `${count(USUAL)} × ${count(DAY_SECONDS)} × about ${STORED_BYTES} bytes with indexes`,
        `${count((USUAL * DAY_SECONDS * STORED_BYTES) / GB)} GB a day: retention in days (\`conversationDays\` of a brand) decides the disk`,
      ],
      ...(redis === undefined
        ? []
        : [
            [
              'Redis',
              `${count(BAD_DAY)} × ${count(redis)} bytes, read by every process`,
              `${((BAD_DAY * redis) / MB).toFixed(1)} MB a second in, and that times the number of processes out`,
            ],
          ]),
    ],
  );
}

/** For docs/scale.md: what one costs, and what a million cost. Only where all of it was measured. */
export function scaleOf(figures: Figures): Readonly<Record<string, string>> {
  const costs = costsOf(figures);
  return costs ? { cores: coresOf(costs), arithmetic: sumsOf(costs) } : {};
}
