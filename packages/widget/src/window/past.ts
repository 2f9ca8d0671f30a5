import type { ChatState, Earlier } from '@countersign/chat-client';
import { make } from '../element.js';
import type { OpenFile } from './files.js';
import { dayRow, lineRow, messageRow } from './rows.js';
import { dayOf } from './words.js';

/** The conversations before this one, on demand. Readers are not told all of it: whoever asked goes there. */
export function past(onEarlier: () => Promise<void>, open: OpenFile) {
  const list = make('ol', { class: 'items', 'data-testid': 'earlier' });
  const button = make(
    'button',
    { type: 'button', class: 'link', 'data-testid': 'show-earlier', click: () => void more() },
    'Show earlier messages',
  );
  const told = make('p', { class: 'unseen', role: 'status' });
  const element = make('div', { class: 'past', 'aria-live': 'off' }, button, told, list);
  let drawn: readonly Earlier[] = [];
  let isAsked = false;

  async function more(): Promise<void> {
    button.disabled = true;
    isAsked = true;
    await onEarlier();
    button.disabled = false;
  }

  return {
    element,
    draw({ earlier, isEarliest }: ChatState, isKnown: boolean): void {
      button.hidden = !isKnown || isEarliest;
      element.hidden = button.hidden && earlier.length === 0;
      if (earlier === drawn) return;
      const log = element.parentElement;
      const fromEnd = log ? log.scrollHeight - log.scrollTop : 0;
      list.replaceChildren(...earlier.flatMap((one) => rowsOf(one, open)));
      if (earlier.length > 0) list.append(lineRow('This conversation', 'this-conversation'));
      if (isAsked && earlier.length > drawn.length)
        told.textContent = `Earlier messages are shown, from ${dayOf(earlier[0]?.messages[0]?.at ?? new Date().toISOString())} on.${isEarliest ? ' There is nothing before them.' : ''}`;
      if (earlier.length === 0) [isAsked, told.textContent] = [false, ''];
      drawn = earlier;
      // What was read stays where it is; what is new stands above it.
      if (log) log.scrollTop = log.scrollHeight - fromEnd;
    },
  };
}

/** Each day once: the first of a conversation stands for its separator. */
function rowsOf({ messages }: Earlier, open: OpenFile): HTMLElement[] {
  return messages.flatMap((message, index) => {
    const before = messages[index - 1];
    const opensDay = !before || before.at.slice(0, 10) !== message.at.slice(0, 10);
    const row = messageRow(message, before, open);
    return opensDay ? [dayRow(message.at), row] : [row];
  });
}
