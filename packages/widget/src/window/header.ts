import type { ChatState } from '@countersign/chat-client';
import type { IdentityState } from '@countersign/chat-client/identity';
import { icon, make } from '../element.js';

export type HeaderActions = {
  /** In a page of the service's own: there is no page to close it into, and no window to open. */
  readonly ownPage: boolean;
  readonly onPopOut: () => void;
  readonly onSignIn: () => void;
  readonly onSignOut: () => void;
  readonly onEnd: () => void;
  readonly onClose: () => void;
};
export type Header = { readonly element: HTMLElement; draw(identity: IdentityState, chat: ChatState): void };

export const isKnown = ({ session }: IdentityState): boolean =>
  session !== null && session.assurance !== 'anonymous';

function identityWords(state: IdentityState): string {
  const { phase, session } = state;
  if (phase === 'proving') return 'Confirming it’s you…';
  if (phase === 'open' && isKnown(state)) return `Signed in as ${session?.displayName ?? 'a customer'}`;
  if (phase === 'open') return 'Chatting anonymously';
  return phase === 'ended' ? 'Signed out' : 'Not signed in';
}

/** A status is announced as often as it is written: only what changes is. */
function write(status: HTMLElement, words: string): void {
  if (status.textContent !== words) status.textContent = words;
}

/** By Escape, and when the keyboard goes elsewhere. */
function closesByItself(menu: HTMLDetailsElement): void {
  menu.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !menu.open) return;
    event.stopPropagation();
    menu.open = false;
    menu.querySelector('summary')?.focus();
  });
  menu.addEventListener('focusout', ({ relatedTarget }) => {
    if (!(relatedTarget instanceof Node && menu.contains(relatedTarget))) menu.open = false;
  });
}

/** Whose chat this is, and as whom one speaks in it. */
export function header({ ownPage, onPopOut, onSignIn, onSignOut, onEnd, onClose }: HeaderActions): Header {
  const title = make('h2', { id: 'title' });
  const line = make('span', { role: 'status', 'data-testid': 'identity-line' });
  const signIn = make(
    'button',
    { type: 'button', class: 'link', 'data-testid': 'sign-in', click: onSignIn },
    'Sign in',
  );
  const act = (action: () => void) => () => {
    menu.open = false;
    action();
  };
  const signOut = make(
    'button',
    { type: 'button', 'data-testid': 'sign-out', click: act(onSignOut) },
    'Sign out of this chat',
  );
  const popOut = make(
    'button',
    { type: 'button', 'data-testid': 'pop-out', click: act(onPopOut) },
    'Open in a window of its own',
  );
  const end = make('button', { type: 'button', 'data-testid': 'end', click: act(onEnd) }, 'End conversation');
  const menu = make(
    'details',
    { class: 'menu' },
    make(
      'summary',
      { 'aria-label': 'Menu', 'data-testid': 'menu', role: 'button' },
      icon('M5 12h.01', 'M12 12h.01', 'M19 12h.01'),
    ),
    make('div', { class: 'choices' }, popOut, end, signOut),
  );
  closesByItself(menu);
  const close = make(
    'button',
    { type: 'button', class: 'plain', 'aria-label': 'Close chat', 'data-testid': 'close', click: onClose },
    icon('m6 9 6 6 6-6'),
  );
  close.hidden = ownPage;
  return {
    element: make(
      'div',
      { class: 'head' },
      make('div', { class: 'who' }, title, make('p', {}, line, signIn)),
      menu,
      close,
    ),
    draw(identity, chat) {
      title.textContent = identity.config?.brand.name ?? 'Chat';
      write(line, identityWords(identity));
      signIn.hidden = identity.phase !== 'open' || isKnown(identity);
      signOut.hidden = !isKnown(identity);
      end.hidden = !chat.conversation || chat.conversation.state === 'ended';
      popOut.hidden = ownPage || identity.phase !== 'open' || !identity.config?.connection.window;
      menu.hidden = signOut.hidden && end.hidden && popOut.hidden;
    },
  };
}
