import type { ChatState, Draft } from '@countersign/chat-client';
import type { Message } from '@countersign/contracts';
import { make } from '../element.js';
import { dayOf, isSameMinute, timeOf } from './words.js';

export type MessageList = { readonly element: HTMLElement; draw(state: ChatState): void };

const eventWords = ({ event }: Message): string => {
  const by = event?.by ?? 'Somebody';
  switch (event?.kind) {
    case 'taken':
      return `${by} joined`;
    case 'signed_in':
      return 'You signed in';
    case 'signed_out':
    case 'identity_ended':
      return 'Your sign-in ended';
    case 'ended':
      return event.by ? `${by} ended the conversation` : 'The conversation ended';
    default:
      return 'The conversation began';
  }
};

/** The messages as a log: readers hear what is new, and nothing is drawn twice. */
export function messageList(onRetry: (clientId: string) => void): MessageList {
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
    items,
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
    draw({ messages, unsent, typing: who }) {
      const atEnd = element.scrollHeight - element.scrollTop - element.clientHeight < 80;
      const rows = messages.flatMap((message, index) => {
        const before = messages[index - 1];
        const opensDay = !before || before.at.slice(0, 10) !== message.at.slice(0, 10);
        const line = row(message.clientId ?? message.id, 'sent', () => messageRow(message, before));
        return opensDay
          ? [row(`day ${message.at.slice(0, 10)}`, 'day', () => dayRow(message.at)), line]
          : [line];
      });
      for (const draft of unsent) rows.push(row(draft.clientId, draft.state, () => draftRow(draft, onRetry)));
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

const dayRow = (at: string) => make('li', { class: 'line' }, make('span', {}, dayOf(at)));

function messageRow(message: Message, before: Message | undefined): HTMLElement {
  if (message.from === 'system')
    return make('li', { class: 'line', 'data-testid': 'event' }, make('span', {}, eventWords(message)));
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
    make('p', { class: 'bubble', dir: 'auto' }, message.text),
    own
      ? make(
          'span',
          { class: 'mark' },
          make('span', { 'aria-hidden': 'true' }, '✓'),
          make('span', { class: 'unseen' }, 'Sent'),
        )
      : null,
  );
}

const stateWords = {
  sending: 'Sending…',
  waiting: 'Waiting for the connection',
  held: 'Waiting for your sign-in',
  failed: 'Not sent',
};

function draftRow({ clientId, text, state, why }: Draft, onRetry: (clientId: string) => void): HTMLElement {
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
    make('p', { class: 'bubble', dir: 'auto' }, text),
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
    ),
  );
}
