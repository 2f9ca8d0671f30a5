import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import type { Meter } from '@opentelemetry/api';

const RESOLUTION_MS = 10;
const NS = 1e9;

/** How the process is: its memory, its time, and how late its turns come. Named as Prometheus' own clients name them. */
export function watchProcess(meter: Meter): void {
  const gauge = (name: string, description: string, read: () => number) =>
    meter.createObservableGauge(name, { description }).addCallback((result) => result.observe(read()));
  gauge('process_resident_memory_bytes', 'Memory the process holds', () => process.memoryUsage.rss());
  gauge('nodejs_heap_size_used_bytes', 'Memory its objects hold', () => process.memoryUsage().heapUsed);
  gauge('process_start_time_seconds', 'When it started, since 1970', () => performance.timeOrigin / 1_000);
  meter
    .createObservableCounter('process_cpu_seconds_total', { description: 'Time it took of the processors' })
    .addCallback((result) => {
      const { user, system } = process.cpuUsage();
      result.observe((user + system) / 1e6);
    });
  watchTurns(gauge);
}

function watchTurns(gauge: (name: string, description: string, read: () => number) => void): void {
  const delays = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  delays.enable();
  // It measures a timer: how long that is when nothing is late is not lateness.
  const late = (ns: number) => (Number.isFinite(ns) ? Math.max(0, ns / NS - RESOLUTION_MS / 1_000) : 0);
  gauge('nodejs_eventloop_lag_p50_seconds', 'How late turns come, half of them', () =>
    late(delays.percentile(50)),
  );
  gauge('nodejs_eventloop_lag_p99_seconds', 'How late turns come, all but one of a hundred', () => {
    const p99 = late(delays.percentile(99));
    // The last to be read: the next reading tells of the time since this one.
    delays.reset();
    return p99;
  });
  let before = performance.eventLoopUtilization();
  gauge('nodejs_eventloop_utilization_ratio', 'Which part of its time it worked', () => {
    const now = performance.eventLoopUtilization();
    const { utilization } = performance.eventLoopUtilization(now, before);
    before = now;
    return utilization;
  });
}
