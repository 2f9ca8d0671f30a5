import { resourceFromAttributes } from '@opentelemetry/resources';
import { InMemorySpanExporter } from '@opentelemetry/sdk-trace';
import { afterEach, expect, test } from 'vitest';
import { DomainError } from '../common/domain-error.js';
import { Telemetry } from './telemetry.js';
import { OpenTelemetryTracing } from './tracing.js';

const PAGE = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
const UNRECORDED = PAGE.replace(/1$/, '0');
const nothing = async () => undefined;

/** Keeps what it was handed when it is stopped, too. */
class Kept extends InMemorySpanExporter {
  override shutdown = nothing;
}
const opened: Telemetry[] = [];
afterEach(async () => {
  for (const telemetry of opened.splice(0)) await telemetry.onApplicationShutdown();
});

function open(share = 1) {
  const exporter = new Kept();
  const telemetry = new Telemetry(
    new OpenTelemetryTracing({ exporter, share, resource: resourceFromAttributes({}) }),
  );
  opened.push(telemetry);
  const spans = async () => {
    await telemetry.onApplicationShutdown();
    return exporter.getFinishedSpans();
  };
  return { telemetry, spans };
}

test('what happens within a span goes on from it, however often it waits', async () => {
  const { telemetry, spans } = open();
  await telemetry.span('message received', { number: 1 }, async () => {
    await new Promise(setImmediate);
    telemetry.mark('message stored', {});
  });
  const [stored, received] = await spans();
  expect(stored?.parentSpanContext?.spanId).toBe(received?.spanContext().spanId);
  expect(received?.attributes).toEqual({ 'countersign.number': 1 });
});

test('a page says where it stands, and not whether that is recorded', async () => {
  const all = open();
  await all.telemetry.span('message received', {}, nothing, { page: UNRECORDED });
  expect((await all.spans())[0]?.spanContext().traceId).toBe(PAGE.slice(3, 35));
  const none = open(0);
  await none.telemetry.span('message received', {}, nothing, { page: PAGE });
  expect(await none.spans()).toEqual([]);
});

test('what another process of ours recorded is recorded here', async () => {
  const { telemetry, spans } = open(0);
  telemetry.mark('message heard', {}, { from: PAGE });
  expect(await spans()).toHaveLength(1);
});

test('a failed span says by which code, and never what the error says', async () => {
  const { telemetry, spans } = open();
  const failing = () =>
    telemetry.span('message received', {}, async () => {
      throw new DomainError('rate_limited', { detail: 'Ada Osei wrote too much' });
    });
  await expect(failing()).rejects.toThrow();
  const [span] = await spans();
  expect(span?.attributes).toEqual({ 'countersign.reason': 'rate_limited' });
  expect(JSON.stringify([span?.status, span?.events, span?.attributes])).not.toContain('Ada');
});

test('off, the work is done and nothing is made', async () => {
  const telemetry = new Telemetry();
  expect(await telemetry.span('message received', {}, async () => telemetry.carry() ?? 'none')).toBe('none');
  telemetry.follow('line c 1', PAGE);
  expect(telemetry.followed('line c 1')).toBeUndefined();
});

test('of ten thousand lines it is remembered where they stand, and of no more', () => {
  const { telemetry } = open();
  for (let number = 1; number <= 10_001; number += 1) telemetry.follow(`line c ${number}`, PAGE);
  expect(telemetry.followed('line c 1')).toBeUndefined();
  expect(telemetry.followed('line c 10001')).toBe(PAGE);
});
