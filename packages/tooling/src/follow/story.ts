import { z } from 'zod';
import { type Exported, saidBy } from './collector.js';

/** What the two browsers saw of one message, in milliseconds since 1970. */
export const seen = z.object({
  /** Where the click stood in the page's own trace. */
  traceId: z.string(),
  spanId: z.string(),
  clicked: z.number(),
  /** The consumer's page says that it is sent. */
  sent: z.number(),
  /** It is painted at the agent's. */
  painted: z.number(),
});
export type Seen = z.infer<typeof seen>;

export const CONSUMER = 'consumer’s browser';
export const AGENT = 'agent’s browser';

/** One step of a message, in milliseconds from the click. */
export type Step = {
  readonly name: string;
  readonly where: string;
  readonly from: number;
  readonly to: number;
};
export type Story = {
  /** How the writer became known, in milliseconds from the opening of the session. */
  readonly before: readonly Step[];
  readonly steps: readonly Step[];
  /** How long before the click the session was opened. */
  readonly signedInMs: number;
  /** How many lines the commit held that stored it. */
  readonly lines: number;
};

const millis = (nanos: string): number => Number(BigInt(nanos) / 1_000n) / 1_000;

/** What was exported of a trace, a line each: what a broken story is mended by. */
const listed = (spans: readonly Exported[]): string =>
  [...spans]
    .sort((one, other) => Number(BigInt(one.startTimeUnixNano) - BigInt(other.startTimeUnixNano)))
    .map((span) => `  ${span.process} ${span.name} ${span.spanId}, from ${span.parentSpanId || 'nothing'}`)
    .join('\n');

/** The first of this name that hangs on what came before, or is linked with it. */
type Find = (name: string, wanted: (span: Exported) => boolean) => Exported;
const finderIn =
  (spans: readonly Exported[], traceId: string): Find =>
  (name, wanted) => {
    const found = spans.find((span) => span.name === name && wanted(span));
    if (found) return found;
    const told = listed(spans.filter((span) => span.traceId === traceId));
    throw new Error(`The story is broken: no "${name}" goes on from what came before.\n${told}`);
  };
const goesOn = (from: Exported) => (span: Exported) => span.parentSpanId === from.spanId;
const linkedWith = (one: Exported) => (span: Exported) =>
  one.links.some(({ spanId }) => spanId === span.spanId);

/** Of the same session: it may have been opened at another process, which has no link to give. */
const of = (one: Exported, what: string) => (span: Exported) =>
  saidBy(span.attributes, `countersign.${what}`) === saidBy(one.attributes, `countersign.${what}`);

const stepsIn = (from: number) => (span: Exported) => ({
  name: span.name,
  where: span.process,
  from: millis(span.startTimeUnixNano) - from,
  to: millis(span.endTimeUnixNano) - from,
});

/**
 * One message through two browsers and two processes, each step hung on the one before: proof → session → message → stored →
 * told → heard → delivered → shown.
 * Throws with the name of the first step that is missing, or hangs on something else.
 */
export function storyOf(spans: readonly Exported[], { traceId, spanId, ...at }: Seen): Story {
  const find = finderIn(spans, traceId);
  const received = find(
    'message received',
    (span) => span.traceId === traceId && span.parentSpanId === spanId,
  );
  const opened = find('session opened', of(received, 'session'));
  const judged = find('proof judged', goesOn(opened));
  const stored = find('message stored', goesOn(received));
  const batch = find('batch stored', linkedWith(stored));
  const here = find('message delivered', goesOn(stored));
  const told = find('message told', (span) => goesOn(here)(span) || goesOn(stored)(span));
  const heard = find('message heard', (span) => goesOn(told)(span) && span.process !== told.process);
  const delivered = find('message delivered', goesOn(heard));
  const shown = find('message shown', goesOn(delivered));
  const step = stepsIn(at.clicked);
  const moment = (name: string, where: string, to: number) => ({
    name,
    where,
    from: to - at.clicked,
    to: to - at.clicked,
  });
  return {
    before: [opened, judged].map(stepsIn(millis(opened.startTimeUnixNano))),
    steps: [
      moment('click', CONSUMER, at.clicked),
      ...[received, stored, here, told, heard, delivered].map(step),
      moment('sent', CONSUMER, at.sent),
      moment('painted', AGENT, at.painted),
      step(shown),
    ].sort((one, other) => one.from - other.from),
    signedInMs: at.clicked - millis(opened.endTimeUnixNano),
    lines: Number(saidBy(batch.attributes, 'countersign.lines')),
  };
}
