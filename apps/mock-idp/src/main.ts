import { controlIsOpen, readConfig } from './env.js';
import { makeLog } from './log.js';
import { type RunningMockIdp, startMockIdp } from './start.js';

const inUse = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';

async function start(): Promise<RunningMockIdp> {
  const config = readConfig();
  const log = makeLog(config.LOG_LEVEL);
  try {
    const idp = await startMockIdp({
      port: config.PORT,
      host: config.HOST,
      publicUrl: config.PUBLIC_URL,
      control: controlIsOpen(config),
      dataFolder: config.MOCK_IDP_DATA,
      log,
    });
    log.info({ url: idp.url, issuers: Object.values(idp.issuers) }, `mock-idp is ready at ${idp.url}`);
    return idp;
  } catch (error) {
    if (!inUse(error)) throw error;
    throw new Error(`Port ${config.PORT} is in use. Stop what holds it, or set PORT.`, { cause: error });
  }
}

try {
  const idp = await start();
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.once(signal, () => {
      void idp.close().then(() => process.exit(0));
    });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
