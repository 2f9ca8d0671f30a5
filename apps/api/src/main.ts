import 'reflect-metadata';
import { createApp } from './app.js';
import { Log } from './common/log.js';
import { type Config, readConfig } from './config/env.js';

async function start(config: Config): Promise<void> {
  const app = await createApp(config);
  await (config.HOST === undefined ? app.listen(config.PORT) : app.listen(config.PORT, config.HOST));
  app.get(Log).info('the API is ready', { port: config.PORT });
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.once(signal, () => mustEnd(config));
}

const SPARE_MS = 5_000;

/** Whatever hangs while it closes: a process that was told to stop does. */
function mustEnd({ DRAIN_SECONDS }: Config): void {
  setTimeout(() => process.exit(1), DRAIN_SECONDS * 1_000 + SPARE_MS).unref();
}

function explain(error: unknown): string {
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')
    return 'The port of the API is in use by another program. Set PORT, or stop that program.';
  return error instanceof Error ? error.message : String(error);
}

try {
  await start(readConfig(process.env));
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exit(1);
}
