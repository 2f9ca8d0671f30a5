const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Ctrl-C in the middle leaves nothing behind: whoever is told to end clears up first, once, however often they are told,
 * and also while what is to be cleared up still begins. Answers how to stop listening.
 */
export function leaveOnSignal(clearUp: () => Promise<unknown>): () => void {
  let leaving = false;
  const leave = async () => {
    if (leaving) return;
    leaving = true;
    await clearUp().catch(() => undefined);
    process.exit(130);
  };
  for (const signal of signals) process.on(signal, leave);
  return () => {
    for (const signal of signals) process.off(signal, leave);
  };
}
