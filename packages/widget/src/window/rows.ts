import type { Draft } from '@countersign/chat-client';
import type { Marks, Message } from '@countersign/contracts';
import { make } from '../element.js';
import { say } from '../words/index.js';
import type { DrawCard } from './cards/card-views.js';
import { eventWords } from './event-words.js';
import { fileName, fileView, type OpenFile } from './files.js';
import { type Piece, piecesOf } from './links.js';
import { dayOf, isSameMinute, timeView } from './time.js';
import { whyWords } from './words.js';

/** A line across, with words in it. */
export const lineRow = (words: string, testId: string | null = null): HTMLElement =>
  make('li', { class: 'line', 'data-testid': testId }, make('span', {}, words));

export const dayRow = (at: string): HTMLElement => lineRow(dayOf(at));

/** What somebody wrote: its addresses can be followed, and nothing is fetched from where they lead. */
const bubble = (text: string): HTMLElement =>
  make(
    'p',
    { class: isOnlyEmoji(text) ? 'large' : 'bubble', dir: 'auto' },
    ...piecesOf(text).flatMap(pieceOf),
  );

/** Up to three, and nothing else: they are seen for what they are. */
const emoji =
  /^(?:(?:\p{Regional_Indicator}{2}|\p{Extended_Pictographic}(?:\uFE0F|\u200D|\p{Emoji_Modifier}|\p{Extended_Pictographic})*)\s?){1,3}$/u;
const isOnlyEmoji = (text: string): boolean => text.length < 60 && emoji.test(text);

const pieceOf = (piece: Piece): (Node | string)[] =>
  typeof piece === 'string'
    ? [piece]
    : [
        make(
          'a',
          { href: piece.href, target: '_blank', rel: 'noopener noreferrer ugc', dir: 'ltr' },
          piece.text,
        ),
        ...(piece.host ? [make('bdi', { class: 'leads-to' }, ` (${piece.host})`)] : []),
      ];

/** One message, or one thing that happened. */
export function messageRow(
  message: Message,
  before: Message | undefined,
  open: OpenFile,
  drawCard: DrawCard,
): HTMLElement {
  if (message.from === 'system') return lineRow(eventWords(message), 'event');
  const own = message.from === 'consumer';
  const follows = before?.from === message.from && isSameMinute(before.at, message.at);
  const speaker = own ? say('you') : (message.by ?? say('agent'));
  return make(
    'li',
    {
      class: `${own ? 'own' : 'other'}${follows ? ' follows' : ''}`,
      'data-testid': 'message',
      'data-from': message.from,
      'data-state': 'sent',
    },
    follows
      ? make('span', { class: 'unseen' }, `${speaker}: `)
      : make(
          'p',
          { class: 'speaker' },
          make('bdi', {}, speaker),
          make('span', { 'aria-hidden': 'true' }, ' · '),
          timeView(message.at),
        ),
    message.attachment && fileView(message.attachment, open),
    message.card ? drawCard(message.card) : message.text ? bubble(message.text) : null,
    // What moves on a line that was heard already is not said aloud.
    own ? make('span', { class: 'mark', 'aria-live': 'off' }) : null,
  );
}

/** How far one's own lines have come: each in a word, which is seen on the last of those that came as far. */
export function showMarks(own: ReadonlyMap<number, HTMLElement>, { delivered, read }: Marks): void {
  const wordOf = (number: number) =>
    say(number <= read ? 'read' : number <= delivered ? 'delivered' : 'sent');
  const last = new Map([...own.keys()].map((number) => [wordOf(number), number]));
  for (const [number, line] of own) {
    const [mark, word] = [line.querySelector('.mark'), wordOf(number)];
    if (mark && mark.textContent !== word) mark.textContent = word;
    mark?.classList.toggle('unseen', last.get(word) !== number);
  }
}

/** What this browser has written and the service has not got. */
export function draftRow(
  { clientId, text, file, state, code }: Draft,
  onRetry: (clientId: string) => void,
  onDiscard: (clientId: string) => void,
): HTMLElement {
  const words = state === 'failed' ? `${say('notSent', { why: whyWords(code) })} ` : say(state);
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
          : make('progress', {
              max: String(file.bytes),
              'aria-label': say('sendingFile', { name: file.name }),
            }),
      ),
    text ? bubble(text) : null,
    make(
      'span',
      { class: `mark ${state}` },
      words,
      state === 'failed'
        ? make(
            'button',
            { type: 'button', class: 'link', 'data-testid': 'retry', click: () => onRetry(clientId) },
            say('tryAgain'),
          )
        : null,
      file &&
        make(
          'button',
          {
            type: 'button',
            class: 'link',
            'data-testid': 'discard',
            'aria-label': say(state === 'failed' ? 'removeFile' : 'cancelFile', { name: file.name }),
            click: () => onDiscard(clientId),
          },
          say(state === 'failed' ? 'remove' : 'cancel'),
        ),
    ),
  );
}
