import { icon, make } from '../element.js';
import { count, say } from '../words/index.js';
import { tray } from './files.js';

export type Composer = {
  readonly element: HTMLElement;
  setEnabled(enabled: boolean): void;
  /** What was dropped, or pasted. */
  add(files: readonly File[]): void;
  focus(): void;
};

const LIMIT = 8_000;
const COUNT_FROM = 7_500;

/** Enter sends, Shift and Enter break the line. A text that is too long stays where it is. */
export function composer(
  onSend: (text: string, files: readonly File[]) => void,
  onTyping: () => void,
): Composer {
  const note = make('p', { class: 'note', id: 'note', role: 'status', 'data-testid': 'composer-note' });
  const input = make('textarea', {
    rows: '1',
    'aria-label': say('message'),
    'aria-describedby': 'note',
    placeholder: say('writeMessage'),
    'data-testid': 'composer',
    dir: 'auto',
  });
  const button = make(
    'button',
    { type: 'submit', class: 'send', 'aria-label': say('send'), 'data-testid': 'send' },
    icon('M12 19V5', 'm5 12 7-7 7 7'),
  );

  let said = '';
  const files = tray(
    (words) => {
      said = words;
    },
    () => measure(),
  );

  const measure = () => {
    input.style.blockSize = 'auto';
    input.style.blockSize = `${Math.min(input.scrollHeight, 132)}px`;
    const { length } = input.value;
    const over = length - LIMIT;
    note.textContent =
      over > 0 ? count('tooMany', over) : length >= COUNT_FROM ? count('charactersLeft', -over) : said;
    note.toggleAttribute('data-over', over > 0);
    input.setAttribute('aria-invalid', String(over > 0));
    const isEmpty = input.value.trim() === '' && files.size === 0;
    button.disabled = over > 0 || isEmpty || input.disabled;
  };
  const send = (event: Event) => {
    event.preventDefault();
    if (button.disabled) return;
    said = '';
    onSend(input.value, files.take());
    input.value = '';
    measure();
    // The button has just gone grey: a focus on it would fall out of the window.
    input.focus();
  };
  input.addEventListener('input', () => {
    measure();
    onTyping();
  });
  input.addEventListener('paste', (event) => {
    const pasted = [...(event.clipboardData?.files ?? [])];
    if (pasted.length === 0) return;
    event.preventDefault();
    files.add(pasted);
  });
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) send(event);
  });
  measure();
  return {
    element: make(
      'form',
      { class: 'composer', submit: send },
      note,
      files.element,
      make('div', { class: 'field' }, files.button, files.input, input, button),
    ),
    setEnabled(enabled) {
      input.disabled = !enabled;
      files.button.disabled = !enabled;
      measure();
    },
    add: files.add,
    focus: () => input.focus(),
  };
}
