import { isSpanContextValid, type SpanContext } from '@opentelemetry/api';

const FORM = /^([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/;

/**
 * Reads what a `traceparent` says. Zeros alone, and the version that is forbidden, are none; neither is anything that is
 * longer than version 00: W3C Trace Context, sections 3.2.2.1 to 3.2.2.5.
 */
export function readCarrier(text: string): Omit<SpanContext, 'isRemote'> | undefined {
  const [, version, traceId = '', spanId = '', flags = ''] = FORM.exec(text) ?? [];
  if (version === undefined || version === 'ff') return undefined;
  const read = { traceId, spanId, traceFlags: Number.parseInt(flags, 16) };
  return isSpanContextValid(read) ? read : undefined;
}

export const writeCarrier = ({ traceId, spanId, traceFlags }: SpanContext): string =>
  `00-${traceId}-${spanId}-${traceFlags.toString(16).padStart(2, '0')}`;
