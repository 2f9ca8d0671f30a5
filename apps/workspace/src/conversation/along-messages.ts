import type { KeyboardEvent } from 'react';

const steps: Readonly<Record<string, 1 | -1>> = { ArrowDown: 1, ArrowUp: -1 };

/** With the arrows from message to message, where the focus is in the transcript and nobody types. */
export function alongMessages(event: KeyboardEvent<HTMLElement>): void {
  const step = steps[event.key];
  if (!step || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  const { currentTarget: log, target } = event;
  const messages = [...log.querySelectorAll<HTMLElement>('li[data-testid=message][tabindex]')];
  const at = target instanceof HTMLElement ? messages.indexOf(target) : -1;
  // From the transcript itself to the last that was said; from what is within a message the arrows are its own.
  if (at < 0 && target !== log) return;
  const next = at < 0 ? messages.at(-1) : messages[at + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
