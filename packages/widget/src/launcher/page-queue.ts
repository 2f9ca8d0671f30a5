import type { PageFacts } from '@countersign/claims';

type Item = { pageFacts?: PageFacts };

declare global {
  interface Window {
    /** What a page tells the chat, also before the chat has come. */
    countersign?: { push(item: Item): unknown };
  }
}

/** Takes over the page's queue: what was pushed before counts, the last word most. */
export function takeOverQueue(): void {
  const waiting = Array.isArray(window.countersign) ? (window.countersign as Item[]) : [];
  let last: PageFacts | undefined;
  const tell = () => {
    if (last) for (const element of document.querySelectorAll('countersign-chat')) element.setPageFacts(last);
  };
  const push = ({ pageFacts }: Item) => {
    last = pageFacts ?? last;
    tell();
  };
  for (const item of waiting) push(item);
  window.countersign = { push };
  // A page that is still being read may bring its tag, and what it says, a little later.
  document.addEventListener('countersign:ready', tell);
}
