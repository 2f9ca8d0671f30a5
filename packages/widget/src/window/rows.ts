import type { Draft } from '@countersign/chat-client';
import type { Marks, Message } from '@countersign/contracts';
import { make } from '../element.js';
import { eventWords } from './event-words.js';
import { fileName, fileView, type OpenFile } from './files.js';
import { dayOf, isSameMinute, timeOf } from './words.js';

/** A line across, with words in it. */
export const lineRow = (words: string, testId: string | null = null): HTMLElement =>
  make('li', { class: 'line', 'data-testid': testId }, make('span', {}, words));

export const dayRow = (at: string): HTMLElement => lineRow(dayOf(at));

/** One message, or one thing that happened. */
export function messageRow(message: Message, before: Message | undefined, open: OpenFile): HTMLElement {
  if (message.from === 'system') return lineRow(eventWords(message), 'event');
  const own = message.from === 'consumer';
  const follows = before?.from === message.from && isSameMinute(before.at, message.at);
  const speaker = own ? 'You' : (message.by ?? 'Agent');
  return make(
    'li',
    {
      class: own ? 'own' : 'other',
      'data-testid': 'message',
      'data-from': message.from,
      'data-state': 'sent',
    },
    follows
      ? make('span', { class: 'unseen' }, `${speaker}: `)
      : make(
          'p',
          { class: 'speaker' },
          `${speaker} · `,
          make('time', { datetime: message.at }, timeOf(message.at)),
        ),
    message.attachment && fileView(message.attachment, open),
    message.text ? make('p', { class: 'bubble', dir: 'auto' }, message.text) : null,
    // What moves on a line that was heard already is not said aloud.
    own ? make('span', { class: 'mark', 'aria-live': 'off' }) : null,
  );
}

/** How far one's own lines have come: each in a word, which is seen on the last of those that came as far. */
export function showMarks(own: ReadonlyMap<number, HTMLElement>, { delivered, read }: Marks): void {
  const wordOf = (number: number) => (number <= read ? 'Read' : number <= delivered ? 'Delivered' : 'Sent');
  const last = new Map([...own.keys()].map((number) => [wordOf(number), number]));
  for (const [number, line] of own) {
    const [mark, word] = [line.querySelector('.mark'), wordOf(number)];
    if (mark && mark.textContent !== word) mark.textContent = word;
    mark?.classList.toggle('unseen', last.get(word) !== number);
  }
}

const stateWords = {
  sending: 'Sending…',
  waiting: 'Waiting for the connection',
  held: 'Waits until it is confirmed that it is you',
  failed: 'Not sent',
};

/** What this browser has written and the service has not got. */
export function draftRow(
  { clientId, text, file, state, why }: Draft,
  onRetry: (clientId: string) => void,
  onDiscard: (clientId: string) => void,
): HTMLElement {
  const words = state === 'failed' ? `${stateWords.failed}. ${why ?? ''} ` : stateWords[state];
  return make(
    'li',
    {
      class: 'own',
      'data-testid': 'message',
      'data-from': 'consumer',
      'data-state': state,
      // Announced once: when it has arrived, or when it will not.
      'aria-live': state === 'failed' ? 'polite' : 'off',
    },
    file &&
      make(
        'div',
        { class: 'file' },
        fileName(file.name, file.bytes),
        state === 'failed'
          ? null
          : make('progress', { max: String(file.bytes), 'aria-label': `Sending ${file.name}` }),
      ),
    text ? make('p', { class: 'bubble', dir: 'auto' }, text) : null,
    make(
      'span',
      { class: `mark ${state}` },
      words,
      state === 'failed'
        ? make(
            'button',
            { type: 'button', class: 'link', 'data-testid': 'retry', click: () => onRetry(clientId) },
            'Try again',
          )
        : null,
      file &&
        make(
          'button',
          {
            type: 'button',
            class: 'link',
            'data-testid': 'discard',
            'aria-label': `${state === 'failed' ? 'Remove' : 'Cancel'} ${file.name}`,
            click: () => onDiscard(clientId),
          },
          state === 'failed' ? 'Remove' : 'Cancel',
        ),
    ),
  );
}
