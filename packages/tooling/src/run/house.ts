import { replicas } from '../tests/replicas.js';
import { reportAlone } from '../tests/tally.js';
import { start } from './start.js';

/**
 * `npm run house`: the house as in production, on one machine and without containers. Several processes of the API, a
 * Redis between them, TLS and nginx before them. With `--test` a journey goes through it instead.
 */
export async function house(args: readonly string[]): Promise<number> {
  if (args.includes('--test')) return reportAlone(await replicas(args.filter((one) => one !== '--test')));
  const asked = args.some((one) => one === '--replicas' || one.startsWith('--replicas='));
  return start(['--https', ...(asked ? [] : ['--replicas', '2']), ...args]);
}
