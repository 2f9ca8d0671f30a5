import type { Platform } from '../platform/index.js';
import type { Access } from './access.js';

const TELL_EVERY_MS = 3_000;

/** Tells that somebody is writing: now and then, as long as they do. */
export function wordingOf({ state, line }: Access, { now }: Platform): () => void {
  let toldAt = 0;
  return () => {
    const conversation = state().conversation?.id;
    if (!conversation || now() - toldAt < TELL_EVERY_MS) return;
    toldAt = now();
    void line()?.ask('typing', { conversation, on: true });
  };
}
