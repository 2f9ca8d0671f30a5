import { run, UsageRefused } from './cli/index.js';

try {
  const idp = await run(process.argv.slice(2), process.env);
  for (const signal of idp ? (['SIGTERM', 'SIGINT'] as const) : [])
    process.once(signal, () => {
      void idp?.close().then(() => process.exit(0));
    });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = error instanceof UsageRefused ? 2 : 1;
}
