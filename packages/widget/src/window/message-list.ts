import type { ChatState } from '@countersign/chat-client';
import { make } from '../element.js';
import { say } from '../words/index.js';
import type { DrawCard } from './cards/card-views.js';
import type { OpenFile } from './files.js';
import { past } from './past.js';
import { dayRow, draftRow, messageRow, showMarks } from './rows.js';
import { dayOf, isSameDay, refreshTimes } from './time.js';

export type MessageListActions = {
  readonly onRetry: (clientId: string) => void;
  readonly onDiscard: (clientId: string) => void;
  readonly onEarlier: () => Promise<void>;
  readonly openFile: OpenFile;
  readonly drawCard: DrawCard;
};
export type MessageList = {
  readonly element: HTMLElement;
  /** @param isKnown there may be conversations before this one */
  draw(state: ChatState, isKnown: boolean): void;
  stop(): void;
};

const MINUTE_MS = 60_000;

/** Whoever reads at the end stays there: when lines come, when a picture does, and when what stands below takes room. */
function stayingAtEnd(element: HTMLElement, ...grow: HTMLElement[]) {
  let isAtEnd = true;
  const go = () => {
    isAtEnd = true;
    element.scrollTop = element.scrollHeight;
  };
  element.addEventListener('scroll', () => {
    isAtEnd = element.scrollHeight - element.scrollTop - element.clientHeight < 80;
  });
  const sizes = new ResizeObserver(() => isAtEnd && go());
  for (const one of [element, ...grow]) sizes.observe(one);
  return { go, stop: () => sizes.disconnect() };
}

/** The messages as a log: readers hear what is new, and nothing is drawn twice. `ask` stands below them. */
export function messageList(
  { onRetry, onDiscard, onEarlier, openFile, drawCard }: MessageListActions,
  ask: HTMLElement,
): MessageList {
  const before = past(onEarlier, openFile, drawCard);
  const items = make('ol', { class: 'items' });
  const who = make('span', { class: 'unseen' });
  const dots = make('span', { class: 'dots', 'aria-hidden': 'true' }, make('i'), make('i'), make('i'));
  const typing = make('p', { class: 'typing', role: 'status' }, who, dots);
  const clock = setInterval(() => refreshTimes(element), MINUTE_MS / 2);
  const element = make(
    'div',
    {
      class: 'log',
      role: 'log',
      'aria-live': 'polite',
      'aria-label': say('messages'),
      tabindex: '0',
      'data-testid': 'messages',
    },
    before.element,
    items,
    ask,
    typing,
  );
  const end = stayingAtEnd(element, items);
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
    stop() {
      clearInterval(clock);
      end.stop();
    },
    draw(state, isKnown) {
      const { messages, unsent, typing: heard } = state;
      element.setAttribute('aria-busy', String(state.isComing));
      // Whoever ended it writes no more.
      const writer = state.conversation?.state === 'ended' ? null : heard;
      before.draw(state, isKnown);
      const own = new Map<number, HTMLElement>();
      const rows = messages.flatMap((message, index) => {
        const before = messages[index - 1];
        const opensDay = !before || !isSameDay(before.at, message.at);
        const line = row(message.clientId ?? message.id, 'sent', () =>
          messageRow(message, before, openFile, drawCard),
        );
        // Drawn where it is: what becomes of it moves nobody's eyes or keyboard.
        if (message.card) drawCard(message.card);
        if (message.from === 'consumer') own.set(message.number, line);
        return opensDay
          ? [
              row(`day ${new Date(message.at).toDateString()}`, dayOf(message.at), () => dayRow(message.at)),
              line,
            ]
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
      const words = writer ? say('isTyping', { name: writer }) : '';
      if (who.textContent !== words) who.textContent = words;
      typing.toggleAttribute('data-on', writer !== null);
      typing.title = words;
      if (unsent.length > 0) end.go();
    },
  };
}
