import { parseArgs } from 'node:util';
import { type Fault, faults } from './faults/index.js';
import type { Amounts } from './people/talks.js';

export type Plan = Amounts & {
  readonly processes: number;
  readonly secondsEach: number;
  readonly faults: readonly Fault[];
  readonly seed: number;
};

const USUAL_MINUTES = 10;
const LEAST_SECONDS = 3;
/** What `npm test` tries. */
const SHORT = ['kill-all', 'pg-kill', 'redis-kill'];

const list = (): string => faults.map(({ name, says }) => `  ${name.padEnd(15)} ${says}`).join('\n');

function numberOf(name: string, given: string): number {
  const number = Number(given);
  if (Number.isFinite(number) && number > 0) return number;
  throw new Error(`--${name} is a number above 0, and not ${given}.`);
}

function namedBy(only: readonly string[]): readonly Fault[] {
  const names = only.flatMap((given) => given.split(','));
  const unknown = names.find((name) => !faults.some((fault) => fault.name === name));
  if (unknown !== undefined) throw new Error(`There is no fault ${unknown}. Known:\n${list()}`);
  return faults.filter(({ name }) => names.includes(name));
}

/** What was typed behind `npm run chaos --`. */
export function planOf(args: readonly string[]): Plan {
  const { values } = parseArgs({
    args: [...args],
    options: {
      minutes: { type: 'string' },
      only: { type: 'string', multiple: true },
      short: { type: 'boolean', default: false },
      seed: { type: 'string', default: '1' },
      processes: { type: 'string' },
    },
  });
  const { short } = values;
  const chosen = namedBy(values.only ?? (short ? SHORT : faults.map(({ name }) => name)));
  const minutes = numberOf('minutes', values.minutes ?? String(USUAL_MINUTES));
  const whole = {
    processes: numberOf('processes', values.processes ?? (short ? '2' : '3')),
    seed: numberOf('seed', values.seed),
    faults: chosen,
  };
  if (short) return { ...whole, conversations: 8, desks: 2, perSecond: 20, secondsEach: LEAST_SECONDS };
  // One fault of many takes its share; named alone, it is not to take all of the time.
  const of = values.minutes === undefined ? faults.length : chosen.length;
  const secondsEach = Math.max(LEAST_SECONDS, (minutes * 60) / of);
  return { ...whole, conversations: 40, desks: 4, perSecond: 60, secondsEach };
}
