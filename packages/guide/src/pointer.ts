const SIZE = 22;
const TRAVEL_MS = 420;

const pointers = new WeakMap<Document, HTMLElement>();

const style: Readonly<Record<string, string>> = {
  position: 'fixed',
  left: '0',
  top: '0',
  width: `${SIZE}px`,
  height: `${SIZE}px`,
  margin: '0',
  padding: '0',
  'border-radius': '50%',
  border: '2px solid oklch(1 0 0)',
  background: 'oklch(0.48 0.17 275 / 0.55)',
  'box-shadow': '0 2px 10px oklch(0 0 0 / 0.35)',
  'pointer-events': 'none',
  'z-index': '2147483647',
  opacity: '0',
};

/** Made once per page. Set by script: a content security policy forbids style attributes in the page's text only. */
function pointerOf(page: Document): HTMLElement {
  const known = pointers.get(page);
  if (known?.isConnected) return known;
  const made = page.createElement('div');
  made.setAttribute('aria-hidden', 'true');
  for (const [name, value] of Object.entries(style)) made.style.setProperty(name, value);
  page.documentElement.append(made);
  pointers.set(page, made);
  return made;
}

export const isStill = (page: Document): boolean =>
  page.defaultView?.matchMedia('(prefers-reduced-motion: reduce)').matches ?? true;

/** Shows where the hand is. Where motion is not wanted it is there at once. */
export async function pointAt(element: HTMLElement): Promise<void> {
  const page = element.ownerDocument;
  const pointer = pointerOf(page);
  const box = element.getBoundingClientRect();
  const [x, y] = [box.left + Math.min(box.width / 2, 60) - SIZE / 2, box.top + box.height / 2 - SIZE / 2];
  const travel = pointer.animate([{}, { transform: `translate(${x}px, ${y}px)`, opacity: '1' }], {
    duration: isStill(page) ? 0 : TRAVEL_MS,
    easing: 'ease-out',
    fill: 'forwards',
  });
  // A page that is not drawn runs no animation: the hand goes on all the same.
  await Promise.race([travel.finished.catch(() => undefined), wait(TRAVEL_MS * 2)]);
}

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** A press, seen. */
export function press(page: Document): void {
  if (isStill(page)) return;
  pointerOf(page).animate([{ scale: '1' }, { scale: '0.7' }, { scale: '1' }], { duration: 180 });
}

export function hidePointer(page: Document): void {
  pointers.get(page)?.remove();
  pointers.delete(page);
}
