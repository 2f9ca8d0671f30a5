import { parseArgs } from 'node:util';
import type { ExplainAmounts } from './chat/explain.js';
import type { HistoryAmounts } from './chat/history.js';
import type { MessagesAmounts } from './chat/messages.js';
import type { ProcessesAmounts } from './chat/processes.js';
import type { SocketsAmounts } from './chat/sockets.js';
import type { TelemetryAmounts } from './chat/telemetry.js';
import type { Pace } from './measure/rounds.js';

/** What can be measured, and its parts. */
export const SUITES = {
  verify: ['signed', 'sealed', 'sessions', 'memory'],
  'mock-idp': ['starts', 'logins', 'growth'],
  chat: ['messages', 'sockets', 'history', 'processes', 'telemetry'],
  explain: ['plans'],
  /** Measures nothing: writes the documents and plots anew. */
  tables: [],
} as const;
export type Suite = keyof typeof SUITES;
export type Part = (typeof SUITES)[Suite][number];

export type Options = {
  /** Where the figures go as JSON, beside the table. */
  readonly json: string | undefined;
  /** Short: it shows that everything runs, and its figures say nothing. */
  readonly quick: boolean;
  readonly parts: readonly Part[];
  /** Where the plots go; undefined: none are drawn. */
  readonly plots: string | undefined;
};

const isSuite = (name: string): name is Suite => Object.hasOwn(SUITES, name);

const usage = (Object.keys(SUITES) as Suite[])
  .map((suite) =>
    SUITES[suite].length === 0
      ? `npm run bench -- ${suite} [--plots FOLDER]`
      : `npm run bench -- ${suite} [--quick] [--json FILE] [--plots FOLDER] [--part ${SUITES[suite].join('|')}]`,
  )
  .join('\n');

/** @throws with words for whoever typed it */
export function readOptions(args: readonly string[]): Options {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: {
      json: { type: 'string' },
      plots: { type: 'string' },
      quick: { type: 'boolean', default: false },
      part: { type: 'string', multiple: true, default: [] },
    },
    allowPositionals: true,
  });
  const [what = '', ...others] = positionals;
  if (!isSuite(what) || others.length > 0) throw new Error(usage);
  const known: readonly Part[] = SUITES[what];
  const unknown = values.part.find((name) => known.every((part) => part !== name));
  if (unknown !== undefined) throw new Error(`There is no part ${unknown}. Known: ${known.join(', ')}`);
  const parts = values.part.length === 0 ? known : known.filter((part) => values.part.includes(part));
  return { json: values.json, plots: values.plots, quick: values.quick, parts };
}

/** How much of everything. A quick run ends within seconds and shows only that everything runs. */
export type Amounts = {
  readonly pace: Pace;
  readonly memory: { readonly checkpoints: number; readonly each: number };
  readonly sessions: { readonly rounds: number; readonly ours: number; readonly theirs: number };
  readonly starts: { readonly rounds: number };
  readonly logins: { readonly rounds: number; readonly logins: number };
  readonly growth: { readonly checkpoints: number; readonly each: number };
  readonly messages: MessagesAmounts;
  readonly sockets: SocketsAmounts;
  readonly history: HistoryAmounts;
  readonly processes: ProcessesAmounts;
  readonly telemetry: TelemetryAmounts;
  readonly plans: ExplainAmounts;
};

export const amountsFor = ({ quick }: Pick<Options, 'quick'>): Amounts =>
  quick
    ? {
        pace: { rounds: 2, batchMs: 20, warmUpMs: 20 },
        memory: { checkpoints: 4, each: 250 },
        sessions: { rounds: 2, ours: 20, theirs: 40 },
        starts: { rounds: 1 },
        logins: { rounds: 1, logins: 16 },
        growth: { checkpoints: 4, each: 16 },
        messages: { conversations: [1, 100], rounds: 1, ms: 500 },
        sockets: { checkpoints: 3, each: 50 },
        history: { stored: [1_000, 10_000], rounds: 1, ms: 300, pages: 5 },
        processes: { conversations: 10, rounds: 1, ms: 500 },
        telemetry: { conversations: 10, rounds: 1, ms: 500 },
        plans: { stored: 200_000 },
      }
    : {
        pace: { rounds: 15, batchMs: 120, warmUpMs: 800 },
        memory: { checkpoints: 20, each: 5_000 },
        sessions: { rounds: 11, ours: 250, theirs: 1_000 },
        starts: { rounds: 11 },
        logins: { rounds: 9, logins: 160 },
        growth: { checkpoints: 20, each: 500 },
        messages: { conversations: [1, 10, 100, 1_000], rounds: 5, ms: 3_000 },
        sockets: { checkpoints: 10, each: 1_000 },
        history: { stored: [1_000, 100_000, 10_000_000], rounds: 7, ms: 1_500, pages: 60 },
        processes: { conversations: 100, rounds: 5, ms: 3_000 },
        telemetry: { conversations: 100, rounds: 5, ms: 3_000 },
        plans: { stored: 10_000_000 },
      };
