import { icon, make } from '../element.js';
import { isRtl, type Language } from '../language.js';
import { launcherWords } from './launcher-words.js';

const BUBBLE = ['M21 11.5a8.4 8.4 0 0 1-12.7 7.6L3 20.5l1.6-4.4A8.4 8.4 0 1 1 21 11.5Z'];
const DOWN = ['m6 9 6 6 6-6'];

export type LauncherButton = {
  readonly element: HTMLButtonElement;
  /** How it looks is known, or will not be: it appears. */
  show(label?: string): void;
  /** With what it has: whoever wants to write does not wait for a service that is slow. */
  appear(): void;
  speak(language: Language): void;
  setOpen(open: boolean): void;
  setUnread(unread: number): void;
  /** The window did not come: says so, until the next try. */
  fail(): void;
};

/** What it is made of. */
function partsOf(onClick: () => void, onNear: () => void) {
  const unread = make('span', { class: 'unread', hidden: true, 'aria-hidden': 'true' });
  const label = make('span', { class: 'label', hidden: true });
  const element = make(
    'button',
    {
      class: 'launcher',
      type: 'button',
      'data-waits': true,
      'data-testid': 'launcher',
      'aria-expanded': 'false',
      click: onClick,
      pointerenter: onNear,
      focus: onNear,
    },
    icon(...BUBBLE),
    label,
    unread,
  );
  return { element, label, unread };
}

/** The button in the corner, with the number of unread messages. */
export function launcherButton(onClick: () => void, onNear: () => void): LauncherButton {
  const { element, label, unread } = partsOf(onClick, onNear);
  let count = 0;
  let isOpen = false;
  let words = launcherWords.en;
  const draw = () => {
    const said = isOpen ? '' : (label.textContent ?? '');
    label.hidden = said === '';
    element.toggleAttribute('data-labelled', said !== '');
    element.querySelector('svg')?.replaceWith(icon(...(isOpen ? DOWN : BUBBLE)));
    element.title = '';
    // What is seen on the button is in its name, so that who speaks to the device may say it.
    const name = said || (isOpen ? words.close : words.open);
    element.setAttribute('aria-label', isOpen || count === 0 ? name : `${name}, ${words.unread(count)}`);
    unread.hidden = isOpen || count === 0;
    unread.textContent = count > 9 ? '9+' : String(count);
  };
  draw();
  return {
    element,
    show(said) {
      label.textContent = said ?? '';
      element.removeAttribute('data-waits');
      draw();
    },
    appear: () => element.removeAttribute('data-waits'),
    speak(language) {
      words = launcherWords[language];
      element.lang = language;
      element.dir = isRtl(language) ? 'rtl' : 'ltr';
      draw();
    },
    setOpen(open) {
      isOpen = open;
      element.setAttribute('aria-expanded', String(open));
      draw();
    },
    fail() {
      element.removeAttribute('data-waits');
      unread.hidden = false;
      unread.textContent = '!';
      element.title = words.failed;
      element.setAttribute('aria-label', element.title);
    },
    setUnread(next) {
      if (next === count) return;
      count = next;
      draw();
    },
  };
}
