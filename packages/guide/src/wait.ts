const STEP_MS = 50;

export class NotThere extends Error {
  override readonly name = 'NotThere';
}

export const pause = (ms: number, signal?: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, ms);
    signal?.addEventListener('abort', stop, { once: true });
    if (signal?.aborted) stop();
  });

/** Asks until there is an answer. A page may be on its way, and a shadow root tells nobody of its changes. */
export async function until<Value>(
  ask: () => Value | undefined,
  what: string,
  patienceMs: number,
  signal?: AbortSignal,
): Promise<Value> {
  for (let waited = 0; waited <= patienceMs; waited += STEP_MS) {
    const answer = ask();
    if (answer !== undefined) return answer;
    await pause(STEP_MS, signal);
  }
  throw new NotThere(`${what} did not appear within ${patienceMs / 1_000} s`);
}
