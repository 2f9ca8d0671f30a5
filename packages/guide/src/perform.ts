import type { Act } from './act.js';
import { find } from './find.js';
import { isStill, pointAt, press } from './pointer.js';
import { pause, until } from './wait.js';

/** Whoever presents on a slow laptop would rather wait than begin the step again. */
const PATIENCE_MS = 30_000;
const CHARACTER_MS = 22;

type Written = HTMLInputElement | HTMLTextAreaElement;

const isWritten = (element: HTMLElement): element is Written =>
  element.tagName === 'TEXTAREA' || element.tagName === 'INPUT';

const isUsable = (element: HTMLElement): boolean =>
  !(element as Partial<HTMLButtonElement>).disabled && element.getAttribute('aria-disabled') !== 'true';

/** Writes as a keyboard does: a framework that keeps the value for itself hears of it. */
function put(element: Written, value: string): void {
  const view = element.ownerDocument.defaultView;
  if (!view) return;
  const kind = element.tagName === 'INPUT' ? 'HTMLInputElement' : 'HTMLTextAreaElement';
  const prototype = (view as unknown as Record<typeof kind, typeof HTMLInputElement>)[kind].prototype;
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(element, value);
  const event = (view as unknown as { Event: typeof Event }).Event;
  element.dispatchEvent(new event('input', { bubbles: true, composed: true }));
}

async function type(element: Written, text: string, signal?: AbortSignal): Promise<void> {
  element.focus({ preventScroll: true });
  if (isStill(element.ownerDocument)) return put(element, text);
  let written = '';
  for (const character of text) {
    written += character;
    put(element, written);
    await pause(CHARACTER_MS, signal);
  }
}

export type Manner = {
  readonly signal?: AbortSignal | undefined;
  /** How long an element may take to come, in milliseconds. */
  readonly patienceMs?: number | undefined;
};

/**
 * Does one act on a page, waiting for what it acts on.
 *
 * @throws NotThere, where the element does not come or cannot be used.
 */
export async function perform(
  page: () => Document | null,
  act: Act,
  { signal, patienceMs = PATIENCE_MS }: Manner = {},
): Promise<void> {
  const { on } = act;
  const what = on.text ? `${on.testid} with “${on.text}”` : on.testid;
  const look = () => {
    const found = page() ? find(page() as Document, on) : undefined;
    return found && (act.kind === 'point' || isUsable(found)) ? found : undefined;
  };
  const element = await until(look, what, patienceMs, signal);
  element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  await pointAt(element);
  signal?.throwIfAborted();
  if (act.kind === 'point') return;
  press(element.ownerDocument);
  // It may have been drawn anew while the hand was on its way.
  const now = look() ?? element;
  if (act.kind === 'click') return now.click();
  if (isWritten(now)) await type(now, act.text, signal);
}
