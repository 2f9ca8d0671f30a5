import type { Target } from './act.js';

/** Everything of that test id, in the page and in its open shadow roots. */
function* named(root: Document | ShadowRoot, testid: string): Generator<HTMLElement> {
  for (const element of root.querySelectorAll<HTMLElement>('*')) {
    if (element.dataset?.['testid'] === testid) yield element;
    if (element.shadowRoot) yield* named(element.shadowRoot, testid);
  }
}

const isShown = (element: HTMLElement): boolean => {
  const { width, height } = element.getBoundingClientRect();
  return width > 0 && height > 0;
};

/** Unless another is picked, the last one that can be seen: of messages and cards that is the newest. */
export const find = (page: Document, { testid, text = '', state, pick }: Target): HTMLElement | undefined =>
  [...named(page, testid)]
    .filter((one) => state === undefined || one.dataset['state'] === state)
    .filter((one) => isShown(one) && (one.textContent ?? '').includes(text))
    .at(pick === 'first' ? 0 : -1);
