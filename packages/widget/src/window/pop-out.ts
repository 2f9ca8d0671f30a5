import type { Chat } from '@countersign/chat-client';
import type { WindowTicket } from '@countersign/contracts';
import { make } from '../element.js';
import type { WindowHost } from '../handover.js';
import { say as word } from '../words/index.js';

export type PopOut = { readonly element: HTMLElement; open(): void };

const SIZE = 'popup,width=440,height=720';

/** By a form from the window's own blank page, which is of this page's origin: the service tests that it is. */
function post({ document: page }: Window, { ticket, action }: WindowTicket): void {
  // This page may forbid that it is named; to the service it has to be.
  page.head.append(make('meta', { name: 'referrer', content: 'origin' }));
  const form = make(
    'form',
    { method: 'post', action },
    make('input', { type: 'hidden', name: 'ticket', value: ticket }),
  );
  page.body.append(form);
  form.submit();
}

/** Opens the conversation in a window of its own, which goes on beside this one. From a click: browsers open no other. */
export function popOut({ identity }: WindowHost, chat: Chat): PopOut {
  const words = make('span');
  const link = make(
    'a',
    { class: 'link', target: '_blank', rel: 'noopener', 'data-testid': 'window-link' },
    word('openInTab'),
  );
  const again = make(
    'button',
    { type: 'button', class: 'link', 'data-testid': 'pop-out-again', click: () => open() },
    word('tryAgain'),
  );
  const element = make(
    'p',
    { class: 'banner', role: 'status', 'data-testid': 'pop-out-notice', hidden: true },
    words,
    ' ',
    again,
    ' ',
    link,
  );
  const say = (text: string) => {
    const { brand, connection } = identity.state.config ?? {};
    link.href = `${identity.options.apiUrl}/window/${brand?.slug}?connection=${connection?.key}`;
    words.textContent = text;
    element.hidden = text === '';
  };
  const carry = async (to: Window): Promise<void> => {
    try {
      const { token } = (await chat.life.fresh()) ?? {};
      const ticket =
        token &&
        (await identity.api.call<WindowTicket>({ method: 'POST', path: '/v1/windows/tickets', token }));
      if (!ticket) throw new Error('There is nothing to carry.');
      post(to, ticket);
    } catch {
      to.close();
      say(word('notMoved'));
    }
  };
  function open(): void {
    const to = window.open('', '_blank', SIZE);
    say(to ? '' : word('noWindow'));
    if (to) void carry(to);
  }
  return { element, open };
}
