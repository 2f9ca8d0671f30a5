import type { ChatState } from '@countersign/chat-client';
import type { IdentityState } from '@countersign/chat-client/identity';
import { icon, make, write } from '../element.js';
import { say } from '../words/index.js';

export type HeaderActions = {
  /** In a page of the service's own: there is no page to close it into, and no window to open. */
  readonly ownPage: boolean;
  readonly onPopOut: () => void;
  readonly onSignIn: () => void;
  readonly onSignOut: () => void;
  readonly onEnd: () => void;
  readonly onSave: () => void;
  /** Turns it on or off. */
  readonly onSound: () => void;
  readonly hasSound: () => boolean;
  readonly onClose: () => void;
};
export type Header = { readonly element: HTMLElement; draw(identity: IdentityState, chat: ChatState): void };

export const isKnown = ({ session }: IdentityState): boolean =>
  session !== null && session.assurance !== 'anonymous';

function identityWords(state: IdentityState): string {
  const { phase, session } = state;
  if (phase === 'proving') return say('confirmingItsYou');
  if (phase === 'open' && isKnown(state))
    return say('signedInAs', { name: session?.displayName ?? say('aCustomer') });
  if (phase === 'open') return say('chattingAnonymously');
  return say(phase === 'ended' ? 'signedOut' : 'notSignedIn');
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
export function header({
  ownPage,
  onPopOut,
  onSignIn,
  onSignOut,
  onEnd,
  onSave,
  onSound,
  hasSound,
  onClose,
}: HeaderActions): Header {
  const title = make('h2', { id: 'title' });
  const line = make('span', { role: 'status', 'data-testid': 'identity-line' });
  const signIn = make(
    'button',
    { type: 'button', class: 'link', 'data-testid': 'sign-in', click: onSignIn },
    say('signIn'),
  );
  const act = (action: () => void) => () => {
    menu.open = false;
    action();
  };
  const choice = (id: string, words: string, action: () => void, ...paths: string[]) =>
    make(
      'button',
      { type: 'button', 'data-testid': id, click: act(action) },
      icon(...paths),
      make('span', {}, words),
    );
  const signOut = choice(
    'sign-out',
    say('signOutHere'),
    onSignOut,
    'M9 21H5V3h4',
    'm16 17 5-5-5-5',
    'M21 12H9',
  );
  const popOut = choice('pop-out', say('popOut'), onPopOut, 'M15 3h6v6', 'M10 14 21 3', 'M18 13v8H3V6h8');
  const end = choice('end', say('endConversation'), onEnd, 'M18 6 6 18', 'm6 6 12 12');
  const save = choice(
    'save-transcript',
    say('saveTranscript'),
    onSave,
    'M12 15V3',
    'm7 10 5 5 5-5',
    'M21 15v6H3v-6',
  );
  const sound = choice(
    'sound',
    say('soundOn'),
    onSound,
    'M11 5 6 9H2v6h4l5 4z',
    'M15.5 8.5a5 5 0 0 1 0 7',
    'M19 5a10 10 0 0 1 0 14',
  );
  const menu = make(
    'details',
    { class: 'menu' },
    make(
      'summary',
      { 'aria-label': say('menu'), 'data-testid': 'menu', role: 'button' },
      icon('M5 12h.01', 'M12 12h.01', 'M19 12h.01'),
    ),
    make('div', { class: 'choices' }, save, sound, popOut, end, signOut),
  );
  closesByItself(menu);
  const close = make(
    'button',
    {
      type: 'button',
      class: 'plain',
      'aria-label': say('closeChat'),
      'data-testid': 'close',
      click: onClose,
    },
    icon('m6 9 6 6 6-6'),
  );
  close.hidden = ownPage;
  return {
    element: make(
      'div',
      { class: 'head' },
      // In a page of its own nothing else is the page's heading.
      ownPage ? make('h1', { class: 'unseen' }, document.title) : null,
      make('div', { class: 'who' }, title, make('p', {}, line, signIn)),
      menu,
      close,
    ),
    draw(identity, chat) {
      title.textContent = identity.config?.brand.name ?? say('chat');
      write(line, identityWords(identity));
      signIn.hidden = identity.phase !== 'open' || isKnown(identity);
      signOut.hidden = !isKnown(identity);
      end.hidden = !chat.conversation || chat.conversation.state === 'ended';
      popOut.hidden = ownPage || identity.phase !== 'open' || !identity.config?.connection.window;
      save.hidden = identity.phase !== 'open' || (chat.messages.length === 0 && chat.isEarliest);
      sound.hidden = identity.phase !== 'open';
      const toggled = sound.lastElementChild;
      if (toggled) toggled.textContent = say(hasSound() ? 'soundOff' : 'soundOn');
      menu.hidden = signOut.hidden && sound.hidden;
    },
  };
}
