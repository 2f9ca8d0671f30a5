import { expect, test } from 'vitest';
import { readCarrier, writeCarrier } from './carrier.js';

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';
const SPAN = '00f067aa0ba902b7';

test('what a traceparent says is read, and written as it was', () => {
  const read = readCarrier(`00-${TRACE}-${SPAN}-01`);
  expect(read).toEqual({ traceId: TRACE, spanId: SPAN, traceFlags: 1 });
  expect(read && writeCarrier(read)).toBe(`00-${TRACE}-${SPAN}-01`);
});

test.each([
  ['zeros for a trace', `00-${'0'.repeat(32)}-${SPAN}-01`],
  ['zeros for a span', `00-${TRACE}-${'0'.repeat(16)}-01`],
  ['the version that is forbidden', `ff-${TRACE}-${SPAN}-01`],
  ['capitals', `00-${TRACE.toUpperCase()}-${SPAN}-01`],
  ['more than it holds', `00-${TRACE}-${SPAN}-01-ada`],
  ['words', 'Ada Osei'],
  ['nothing', ''],
])('%s is no traceparent', (_, text) => {
  expect(readCarrier(text)).toBeUndefined();
});
