import { useEffect, useEffectEvent } from 'react';

/** What a key means on the desk, outside of text fields. */
export const keys = {
  j: 'next',
  k: 'previous',
  ArrowDown: 'next',
  ArrowUp: 'previous',
  t: 'take',
  r: 'write',
  i: 'identity',
  '?': 'help',
} as const;

export type KeyWish = (typeof keys)[keyof typeof keys];

const isKey = (key: string): key is keyof typeof keys => Object.hasOwn(keys, key);

const busy = 'input, textarea, select, [contenteditable], [role=menu], [role=dialog], [role=alertdialog]';

/** The wish behind a key press; none where the key belongs to whatever has the focus. */
export function wishOf(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>,
  target: Element | null,
) {
  if (event.ctrlKey || event.metaKey || event.altKey || !isKey(event.key)) return undefined;
  if (target?.closest(busy)) return undefined;
  // Arrows scroll and change tabs elsewhere; in the queue they move.
  if (event.key.startsWith('Arrow') && !target?.closest('[data-row]')) return undefined;
  return keys[event.key];
}

export function useKeys(onWish: (wish: KeyWish) => void): void {
  const act = useEffectEvent(onWish);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const wish = wishOf(event, document.activeElement);
      if (!wish) return;
      event.preventDefault();
      act(wish);
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, []);
}

/** Moves the focus along the rows as they stand. */
export function moveAlongRows(step: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-row]')];
  const focused = rows.find((row) => row === document.activeElement);
  const current = focused ?? rows.find((row) => row.ariaCurrent === 'page');
  const to = current ? Math.max(0, rows.indexOf(current) + step) : 0;
  rows[Math.min(to, rows.length - 1)]?.focus();
}

export const focusedConversation = (): string | undefined =>
  document.activeElement instanceof HTMLElement ? document.activeElement.dataset['conversation'] : undefined;
