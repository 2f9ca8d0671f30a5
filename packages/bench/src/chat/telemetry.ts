import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import { freePort } from '@countersign/ports';
import { openDatabase } from '../sessions/database.js';
import { startApi } from '../sessions/services.js';
import { makeSigningKey } from '../verify/signing.js';
import { ours } from './contenders.js';
import { contest, type Pace, type Row } from './contest.js';
import { Driver } from './driver.js';
import { Ledger } from './ledger.js';
import { Running } from './running.js';

export type TelemetryAmounts = Pace & { readonly conversations: number };
export type TelemetryResult = { readonly row: Row };

/** Takes what is exported, and forgets it. */
async function openSink(): Promise<{ url: string; stop(): Promise<void> }> {
  const server = createServer((request, response) => {
    request.resume();
    request.on('end', () => response.writeHead(200, { 'content-type': 'application/json' }).end('{}'));
  });
  const port = await freePort();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const stop = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { url: `http://127.0.0.1:${port}`, stop };
}

/** The same service four times: nothing seen of it, its figures, one trace in a hundred, and each trace. */
export async function telemetry({ conversations, ...pace }: TelemetryAmounts): Promise<TelemetryResult> {
  const running = new Running();
  try {
    const database = running.keep(await openDatabase());
    const ledger = await Ledger.open(database.admin);
    running.keep({ stop: () => ledger.close() });
    const sink = running.keep(await openSink());
    const key = await makeSigningKey('RS256');
    const shared = { MASTER_KEY: randomBytes(32).toString('base64') };
    const start = async (name: string, more: Readonly<Record<string, string>>) => {
      const service = running.keep(await startApi(database.url, { environment: { ...shared, ...more } }));
      return ours({ service, key, admin: ledger.client }, name);
    };
    const figures = async () => ({ METRICS_PORT: String(await freePort()) });
    const traces = { OTEL_EXPORTER_OTLP_ENDPOINT: sink.url };
    const few = { ...traces, OTEL_TRACES_SAMPLER_ARG: '0.01' };
    const contenders = [
      await start('nothing seen of it', {}),
      await start('figures', await figures()),
      await start('figures, 1 trace in 100', { ...(await figures()), ...few }),
      await start('figures, each trace', { ...(await figures()), ...traces }),
    ];
    const driver = running.keep(await Driver.start());
    return { row: await contest({ driver, ledger }, contenders, conversations, pace) };
  } finally {
    await running.stop();
  }
}
