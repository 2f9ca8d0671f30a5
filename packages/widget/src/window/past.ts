import type { ChatState, Earlier } from '@countersign/chat-client';
import { make } from '../element.js';
import { say } from '../words/index.js';
import type { DrawCard } from './cards/card-views.js';
import type { OpenFile } from './files.js';
import { dayRow, lineRow, messageRow } from './rows.js';
import { dayOf, isSameDay } from './time.js';

/** The conversations before this one, on demand. Readers are not told all of it: whoever asked goes there. */
export function past(onEarlier: () => Promise<void>, open: OpenFile, drawCard: DrawCard) {
  const list = make('ol', { class: 'items', 'data-testid': 'earlier' });
  const button = make(
    'button',
    { type: 'button', class: 'link', 'data-testid': 'show-earlier', click: () => void more() },
    say('showEarlier'),
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
      list.replaceChildren(...earlier.flatMap((one) => rowsOf(one, open, drawCard)));
      if (earlier.length > 0) list.append(lineRow(say('thisConversation'), 'this-conversation'));
      if (isAsked && earlier.length > drawn.length)
        told.textContent = [
          say('earlierShown', { day: dayOf(earlier[0]?.messages[0]?.at ?? new Date().toISOString()) }),
          isEarliest ? say('nothingBefore') : '',
        ].join(' ');
      if (earlier.length === 0) [isAsked, told.textContent] = [false, ''];
      drawn = earlier;
      // What was read stays where it is; what is new stands above it.
      if (log) log.scrollTop = log.scrollHeight - fromEnd;
    },
  };
}

/** Each day once: the first of a conversation stands for its separator. */
function rowsOf({ messages }: Earlier, open: OpenFile, drawCard: DrawCard): HTMLElement[] {
  return messages.flatMap((message, index) => {
    const before = messages[index - 1];
    const opensDay = !before || !isSameDay(before.at, message.at);
    const row = messageRow(message, before, open, drawCard);
    return opensDay ? [dayRow(message.at), row] : [row];
  });
}
