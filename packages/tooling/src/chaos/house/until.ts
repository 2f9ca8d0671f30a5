import { setTimeout as pause } from 'node:timers/promises';

const LOOK_MS = 50;

/** Whether it came to be so in time. It is looked for often, and nothing else is waited for. */
export async function until(reached: () => boolean | Promise<boolean>, withinMs: number): Promise<boolean> {
  const deadline = performance.now() + withinMs;
  for (;;) {
    if (await reached()) return true;
    if (performance.now() > deadline) return false;
    await pause(LOOK_MS);
  }
}
