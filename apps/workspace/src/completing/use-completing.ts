import { type KeyboardEvent, type RefObject, useId, useState } from 'react';
import { completed, type Token, tokenAt } from './token';

export type Suggestion = {
  readonly key: string;
  /** What takes the token's place. */
  readonly inserted: string;
  readonly label: string;
  /** Beside it, in a word or two. */
  readonly aside?: string;
};

type Options = {
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly suggest: (token: Token) => readonly Suggestion[];
};

const MOST = 8;

/** What is typed is completed by what is suggested: the field keeps the focus, and tells by ARIA which one is meant. */
export function useCompleting({ field, value, onChange, suggest }: Options) {
  const id = useId();
  const [caret, setCaret] = useState(0);
  const [active, setActive] = useState(0);
  const [closed, setClosed] = useState<number | null>(null);
  const token = tokenAt(value, caret);
  const shown = token && closed !== token.from ? suggest(token).slice(0, MOST) : [];
  const current = Math.min(active, shown.length - 1);

  const choose = (suggestion: Suggestion) => {
    const element = field.current;
    if (!token || !element) return;
    const next = completed(value, token, suggestion.inserted);
    onChange(next.text);
    setCaret(next.caret);
    // The value is in the field only after it was drawn.
    requestAnimationFrame(() => {
      element.focus();
      element.setSelectionRange(next.caret, next.caret);
    });
  };

  /** Answers whether the key was for the list. */
  const onKey = (event: KeyboardEvent): boolean => {
    if (shown.length === 0 || event.nativeEvent.isComposing) return false;
    const chosen = shown[current];
    if (event.key === 'ArrowDown') setActive((current + 1) % shown.length);
    else if (event.key === 'ArrowUp') setActive((current - 1 + shown.length) % shown.length);
    else if ((event.key === 'Enter' || event.key === 'Tab') && !event.shiftKey && chosen) choose(chosen);
    else if (event.key === 'Escape') setClosed(token?.from ?? null);
    else return false;
    event.preventDefault();
    return true;
  };

  const optionId = (index: number) => `${id}-${index}`;
  return {
    shown,
    current,
    choose,
    onKey,
    listId: id,
    optionId,
    /** For the field. */
    attributes: {
      'aria-autocomplete': 'list',
      ...(shown.length > 0 ? { 'aria-controls': id, 'aria-activedescendant': optionId(current) } : {}),
      onSelect: (event: { currentTarget: HTMLTextAreaElement }) => {
        setCaret(event.currentTarget.selectionStart);
        setActive(0);
        setClosed((one) => (token && one === token.from ? one : null));
      },
      onBlur: () => setClosed(token?.from ?? null),
    },
  } as const;
}
export type Completing = ReturnType<typeof useCompleting>;
