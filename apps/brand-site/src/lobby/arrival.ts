const channel = 'countersign-demo-arrival';

/** The shop says that its customer has arrived. */
export function announceArrival(): void {
  const shop = new BroadcastChannel(channel);
  shop.postMessage('arrived');
  shop.close();
}

/** Hears of the arrival, or gives up waiting. */
export function onArrival(patienceMs: number, go: () => void): () => void {
  const shop = new BroadcastChannel(channel);
  const timer = setTimeout(go, patienceMs);
  shop.onmessage = () => go();
  return () => {
    clearTimeout(timer);
    shop.close();
  };
}
