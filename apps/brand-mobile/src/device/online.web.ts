/** The browser says when there is a network again. Answers how to stop listening. */
export function onOnline(listen: () => void): () => void {
  addEventListener('online', listen);
  return () => removeEventListener('online', listen);
}
