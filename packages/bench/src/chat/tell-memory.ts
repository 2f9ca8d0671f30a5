/** Loaded before a service, so that it can be asked what it holds once its garbage is gone. */
import { setImmediate as turn } from 'node:timers/promises';

async function held(): Promise<number> {
  // What waits for a finaliser goes in the second round.
  for (let round = 0; round < 2; round++) {
    await turn();
    globalThis.gc?.();
  }
  return process.memoryUsage().rss;
}

process.on('message', () => void held().then((bytes) => process.send?.(bytes)));
process.channel?.unref();
