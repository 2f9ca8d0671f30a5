import { bench } from './bench.js';
import { readOptions } from './options.js';

try {
  process.exitCode = await bench(readOptions(process.argv.slice(2)));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
