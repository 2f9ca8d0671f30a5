import type { Browser, Page } from '@playwright/test';
import { z } from 'zod';

/**
 * One task of the thread that draws: from its beginning to its end, and for how much of that the thread had a processor. Where
 * both are alike the machine had one to spare; where they differ something else had it meanwhile.
 */
export type Task = { readonly wallMs: number; readonly cpuMs: number };

const PHASE = 'phase:';
const TASK = /RunTask$/;

const traced = z.object({
  traceEvents: z.array(
    z.object({
      name: z.string(),
      pid: z.number(),
      tid: z.number(),
      ts: z.number(),
      /** Microseconds on the clock, and of the processor. */
      dur: z.number().optional(),
      tdur: z.number().optional(),
    }),
  ),
});
type TraceEvent = z.output<typeof traced>['traceEvents'][number];

/** Writes down each task of the browser, and of what is drawn nothing: to look shall cost little. */
export const watchTasks = (browser: Browser, page: Page) =>
  browser.startTracing(page, { categories: ['-*', 'toplevel', 'blink.user_timing'] });

/** What follows belongs to this phase. */
export const beginPhase = (page: Page, name: string) =>
  page.evaluate((mark) => void performance.mark(mark), `${PHASE}${name}`);

/** Tasks within tasks are part of these. */
function outermost(tasks: readonly TraceEvent[]): readonly TraceEvent[] {
  let until = 0;
  return tasks.filter(({ ts, dur = 0 }) => {
    if (ts < until) return false;
    until = ts + dur;
    return true;
  });
}

/** The tasks of the page's main thread, by the phase in which they began. */
export function tasksIn(trace: Buffer): ReadonlyMap<string, readonly Task[]> {
  const { traceEvents } = traced.parse(JSON.parse(trace.toString('utf8')));
  const inOrder = traceEvents.toSorted((one, other) => one.ts - other.ts);
  const begins = inOrder.filter(({ name }) => name.startsWith(PHASE));
  const [first] = begins;
  if (!first) throw new Error('No phase was marked in what the browser wrote down.');
  const tasks = outermost(
    inOrder.filter(({ name, pid, tid }) => TASK.test(name) && pid === first.pid && tid === first.tid),
  );
  return new Map(
    begins.map(({ name, ts }, index) => {
      const end = begins[index + 1]?.ts ?? Number.POSITIVE_INFINITY;
      const within = tasks.filter((task) => task.ts >= ts && task.ts < end);
      return [
        name.slice(PHASE.length),
        within.map(({ dur = 0, tdur = 0 }) => ({ wallMs: dur / 1_000, cpuMs: tdur / 1_000 })),
      ] as const;
    }),
  );
}
