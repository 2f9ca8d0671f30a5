import { expect, test } from 'vitest';
import type { Exported } from '../src/follow/collector.js';
import { pictureOf } from '../src/follow/picture.js';
import { AGENT, CONSUMER, type Seen, storyOf } from '../src/follow/story.js';

const CLICK = 1_795_000_000_000;
const nanos = (ms: number) => `${CLICK + ms}000000`;
const SESSION = [{ key: 'countersign.session', value: { stringValue: 's1' } }];

type Told = Partial<Exported> & { readonly from: number; readonly to: number };
const span = (name: string, spanId: string, parentSpanId: string, { from, to, ...more }: Told): Exported => ({
  traceId: 'trace',
  spanId,
  parentSpanId,
  name,
  links: [],
  attributes: [],
  process: 'api-1',
  startTimeUnixNano: nanos(from),
  endTimeUnixNano: nanos(to),
  ...more,
});

/** As two processes export it. */
const spans = [
  span('session opened', 'o1', '', {
    from: -9_040,
    to: -9_000,
    traceId: 'other',
    attributes: SESSION,
    process: 'api-2',
  }),
  span('proof judged', 'j1', 'o1', { from: -9_030, to: -9_012, traceId: 'other', process: 'api-2' }),
  span('message received', 'r1', 'click', { from: 3, to: 14, attributes: SESSION }),
  span('message stored', 's1', 'r1', { from: 4, to: 12, links: [{ traceId: 'batch', spanId: 'b1' }] }),
  span('batch stored', 'b1', '', {
    ...{ from: 4, to: 12, traceId: 'batch' },
    attributes: [{ key: 'countersign.lines', value: { intValue: 1 } }],
  }),
  span('message delivered', 'd1', 's1', { from: 12, to: 12 }),
  span('message told', 't1', 'd1', { from: 12, to: 12 }),
  span('message heard', 'h1', 't1', { from: 15, to: 15, process: 'api-2' }),
  span('message delivered', 'd2', 'h1', { from: 18, to: 18, process: 'api-2' }),
  span('message shown', 'm1', 'd2', { from: 64, to: 64, process: 'api-2' }),
];
const seen: Seen = {
  traceId: 'trace',
  spanId: 'click',
  clicked: CLICK,
  sent: CLICK + 21,
  painted: CLICK + 58,
};

test('a message is told from the click to the screen, across two processes', () => {
  const { before, steps, signedInMs, lines } = storyOf(spans, seen);
  expect(before.map(({ name, from, to }) => [name, from, to])).toEqual([
    ['session opened', 0, 40],
    ['proof judged', 10, 28],
  ]);
  expect([steps[0], steps.at(-2)]).toEqual([
    { name: 'click', where: CONSUMER, from: 0, to: 0 },
    { name: 'painted', where: AGENT, from: 58, to: 58 },
  ]);
  expect(steps.filter(({ where }) => where === 'api-2').map(({ name }) => name)).toEqual([
    'message heard',
    'message delivered',
    'message shown',
  ]);
  expect([signedInMs, lines]).toEqual([9_000, 1]);
});

test.each(spans.map(({ spanId, name }) => [spanId, name]))(
  'a story without its step %s is broken, and says where',
  (left, name) => {
    const rest = spans.filter(({ spanId }) => spanId !== left);
    expect(() => storyOf(rest, seen)).toThrow(/^The story is broken: no "[a-z ]+" goes on/);
    expect(() => storyOf(rest, seen)).toThrow(name);
  },
);

test('what another process of the same name says is no step across', () => {
  const alone = spans.map((one) => ({ ...one, process: 'api-1' }));
  expect(() => storyOf(alone, seen)).toThrow('message heard');
});

test('the picture has its words for those who do not see it, and no label outside of it', () => {
  const picture = pictureOf(storyOf(spans, seen), ['A machine, on a day.']);
  expect(picture).toContain('aria-labelledby="title story"');
  expect(picture).toMatch(/<desc id="story">Click on “Send”, consumer’s browser: 0 ms\./);
  const width = Number(/viewBox="0 0 (\d+) /.exec(picture)?.[1]);
  const labels = [...picture.matchAll(/<text class="soft[^>]*? x="([\d.]+)"[^>]*>([^<]*)</g)];
  expect(labels.length).toBeGreaterThan(20);
  // As wide as letters are in the widest of usual fonts.
  for (const [, x, text = ''] of labels) expect(Number(x) + text.length * 6.9, text).toBeLessThan(width);
  expect(picture).not.toContain('NaN');
});
