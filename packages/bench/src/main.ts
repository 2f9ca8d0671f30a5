import { bench } from './bench.js';
import { Running } from './chat/running.js';
import { readOptions } from './options.js';

/** As a shell tells it of a program that a signal ended. */
const BROKEN_OFF = { SIGINT: 130, SIGTERM: 143 } as const;
let isBrokenOff = false;

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => {
    if (isBrokenOff) return;
    isBrokenOff = true;
    process.stderr.write('Broken off: what was started is stopped and removed.\n');
    void Running.stopAll().finally(() => process.exit(BROKEN_OFF[signal]));
  });

try {
  process.exitCode = await bench(readOptions(process.argv.slice(2)));
} catch (error) {
  // What a broken-off run trips over says nothing.
  if (!isBrokenOff) process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
