import { icon, make } from '../element.js';

const BUBBLE = 'M21 11.5a8.4 8.4 0 0 1-12.7 7.6L3 20.5l1.6-4.4A8.4 8.4 0 1 1 21 11.5Z';

export type LauncherButton = {
  readonly element: HTMLButtonElement;
  setOpen(open: boolean): void;
  setUnread(unread: number): void;
  /** The window did not come: says so, until the next try. */
  fail(): void;
};

/** The round button in the corner, with the number of unread messages. */
export function launcherButton(onClick: () => void, onNear: () => void): LauncherButton {
  const unread = make('span', { class: 'unread', hidden: true, 'aria-hidden': 'true' });
  const element = make(
    'button',
    {
      class: 'launcher',
      type: 'button',
      'data-testid': 'launcher',
      'aria-label': 'Open chat',
      'aria-expanded': 'false',
      click: onClick,
      pointerenter: onNear,
      focus: onNear,
    },
    icon(BUBBLE),
    unread,
  );
  let count = 0;
  let isOpen = false;
  const name = () => {
    element.title = '';
    const waiting = count === 1 ? ', 1 unread message' : count > 1 ? `, ${count} unread messages` : '';
    element.setAttribute('aria-label', isOpen ? 'Close chat' : `Open chat${waiting}`);
  };
  return {
    element,
    setOpen(open) {
      isOpen = open;
      element.setAttribute('aria-expanded', String(open));
      name();
    },
    fail() {
      unread.hidden = false;
      unread.textContent = '!';
      element.title = 'The chat did not load. Try again.';
      element.setAttribute('aria-label', element.title);
    },
    setUnread(next) {
      count = next;
      unread.hidden = next === 0;
      unread.textContent = next > 9 ? '9+' : String(next);
      name();
    },
  };
}
