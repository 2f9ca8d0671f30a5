import type { ChatState } from '@countersign/chat-client';
import { make } from '../element.js';
import type { OpenFile } from './files.js';
import { past } from './past.js';
import { dayRow, draftRow, messageRow, showMarks } from './rows.js';

export type MessageListActions = {
  readonly onRetry: (clientId: string) => void;
  readonly onDiscard: (clientId: string) => void;
  readonly onEarlier: () => Promise<void>;
  readonly openFile: OpenFile;
};
export type MessageList = {
  readonly element: HTMLElement;
  /** @param isKnown there may be conversations before this one */
  draw(state: ChatState, isKnown: boolean): void;
};

/** The messages as a log: readers hear what is new, and nothing is drawn twice. `ask` stands below them. */
export function messageList(
  { onRetry, onDiscard, onEarlier, openFile }: MessageListActions,
  ask: HTMLElement,
): MessageList {
  const before = past(onEarlier, openFile);
  const items = make('ol', { class: 'items' });
  const typing = make('p', { class: 'typing', role: 'status' });
  const element = make(
    'div',
    {
      class: 'log',
      role: 'log',
      'aria-live': 'polite',
      'aria-label': 'Messages',
      tabindex: '0',
      'data-testid': 'messages',
    },
    before.element,
    items,
    ask,
    typing,
  );
  const drawn = new Map<string, HTMLElement>();

  const row = (key: string, version: string, draw: () => HTMLElement): HTMLElement => {
    const known = drawn.get(key);
    if (known?.dataset['version'] === version) return known;
    const made = draw();
    made.dataset['version'] = version;
    drawn.set(key, made);
    known?.replaceWith(made);
    return made;
  };

  return {
    element,
    draw(state, isKnown) {
      const { messages, unsent, typing: who } = state;
      const atEnd = element.scrollHeight - element.scrollTop - element.clientHeight < 80;
      before.draw(state, isKnown);
      const own = new Map<number, HTMLElement>();
      const rows = messages.flatMap((message, index) => {
        const before = messages[index - 1];
        const opensDay = !before || before.at.slice(0, 10) !== message.at.slice(0, 10);
        const line = row(message.clientId ?? message.id, 'sent', () => messageRow(message, before, openFile));
        if (message.from === 'consumer') own.set(message.number, line);
        return opensDay
          ? [row(`day ${message.at.slice(0, 10)}`, 'day', () => dayRow(message.at)), line]
          : [line];
      });
      showMarks(own, state.conversation?.marks ?? { delivered: 0, read: 0 });
      for (const draft of unsent) {
        const line = row(draft.clientId, draft.state, () => draftRow(draft, onRetry, onDiscard));
        const bar = line.querySelector('progress');
        // Without a value it is on its way to somewhere: so it is until the first bytes are gone.
        if (bar && draft.file?.sent) bar.value = draft.file.sent;
        rows.push(line);
      }
      rows.forEach((one, index) => {
        if (items.children[index] !== one) items.insertBefore(one, items.children[index] ?? null);
      });
      while (items.children.length > rows.length) items.lastElementChild?.remove();
      typing.textContent = who ? `${who} is typing…` : '';
      typing.toggleAttribute('data-on', who !== null);
      if (atEnd || unsent.length > 0) element.scrollTop = element.scrollHeight;
    },
  };
}
