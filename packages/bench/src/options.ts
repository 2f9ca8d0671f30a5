import { parseArgs } from 'node:util';
import type { Pace } from './measure/rounds.js';

export const PARTS = ['signed', 'sealed', 'sessions', 'memory'] as const;
export type Part = (typeof PARTS)[number];

export type Options = {
  /** Where the figures go as JSON, beside the table. */
  readonly json: string | undefined;
  /** Short: it shows that everything runs, and its figures say nothing. */
  readonly quick: boolean;
  readonly parts: readonly Part[];
};

const isPart = (name: string): name is Part => PARTS.some((part) => part === name);

/** @throws with words for whoever typed it */
export function readOptions(args: readonly string[]): Options {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: {
      json: { type: 'string' },
      quick: { type: 'boolean', default: false },
      part: { type: 'string', multiple: true, default: [] },
    },
    allowPositionals: true,
  });
  const [what, ...others] = positionals;
  if (what !== 'verify' || others.length > 0)
    throw new Error(`npm run bench -- verify [--quick] [--json FILE] [--part ${PARTS.join('|')}]`);
  const unknown = values.part.find((name) => !isPart(name));
  if (unknown !== undefined) throw new Error(`There is no part ${unknown}. Known: ${PARTS.join(', ')}`);
  const parts = values.part.filter(isPart);
  return { json: values.json, quick: values.quick, parts: parts.length === 0 ? PARTS : parts };
}

/** How much of everything. A quick run ends within seconds and shows only that everything runs. */
export type Amounts = {
  readonly pace: Pace;
  readonly memory: { readonly checkpoints: number; readonly each: number };
  readonly sessions: { readonly rounds: number; readonly ours: number; readonly theirs: number };
};

export const amountsFor = ({ quick }: Pick<Options, 'quick'>): Amounts =>
  quick
    ? {
        pace: { rounds: 2, batchMs: 20, warmUpMs: 20 },
        memory: { checkpoints: 4, each: 250 },
        sessions: { rounds: 2, ours: 20, theirs: 40 },
      }
    : {
        pace: { rounds: 15, batchMs: 120, warmUpMs: 800 },
        memory: { checkpoints: 20, each: 5_000 },
        sessions: { rounds: 11, ours: 250, theirs: 1_000 },
      };
