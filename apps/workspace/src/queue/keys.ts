import { useEffect, useEffectEvent } from 'react';
import { lettersCount } from './kept-letters';

/** What a key means on the desk, outside of text fields. */
export const keys = {
  j: 'next',
  k: 'previous',
  ArrowDown: 'next',
  ArrowUp: 'previous',
  Home: 'first',
  End: 'last',
  t: 'take',
  r: 'write',
  i: 'identity',
  n: 'note',
  a: 'assign',
  y: 'yours',
  s: 'search',
  '?': 'help',
} as const;

export type KeyWish = (typeof keys)[keyof typeof keys];

/** Elsewhere they scroll and change tabs. */
const inRows = /^(Arrow|Home$|End$)/;

const isKey = (key: string): key is keyof typeof keys => Object.hasOwn(keys, key);

const busy = 'input, textarea, select, [contenteditable], [role=menu], [role=dialog], [role=alertdialog]';

/** The wish behind a key press; none where the key belongs to whatever has the focus. */
export function wishOf(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>,
  target: Element | null,
  /** Whether letters alone count. What has a name of its own, as the arrows, always does. */
  letters = true,
) {
  if (event.ctrlKey || event.metaKey || event.altKey || !isKey(event.key)) return undefined;
  if (!letters && event.key.length === 1) return undefined;
  if (target?.closest(busy)) return undefined;
  if (inRows.test(event.key) && !target?.closest('[data-row]')) return undefined;
  return keys[event.key];
}

export function useKeys(onWish: (wish: KeyWish) => void): void {
  const act = useEffectEvent(onWish);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const wish = wishOf(event, document.activeElement, lettersCount());
      if (!wish) return;
      event.preventDefault();
      act(wish);
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, []);
}
