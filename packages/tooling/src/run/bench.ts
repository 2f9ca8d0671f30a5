import { inRoot } from '../paths.js';
import { run } from './run.js';

/** In a process of its own, which may collect its garbage when it likes: nothing imports the bench. */
export async function bench(args: readonly string[]): Promise<number> {
  const { code } = await run(
    process.execPath,
    ['--expose-gc', inRoot('packages/bench/dist/main.js'), ...args],
    {
      show: true,
    },
  );
  return code;
}
