import type { Refusal } from '@countersign/chat-client/identity';
import { make } from '../element.js';
import { say } from '../words/index.js';

/** For support: the reason, and the attempt by which the brand's developers find out why. */
export function refusalDetails({ reason, attempt }: Refusal): HTMLElement {
  return make(
    'details',
    { class: 'details', 'data-testid': 'refusal-details' },
    make('summary', {}, say('details')),
    make('code', {}, say('reason', { reason })),
    ...(attempt ? copyable(attempt) : []),
  );
}

function copyable(attempt: string): HTMLElement[] {
  const id = make('code', { 'data-testid': 'attempt-id' }, say('attempt', { attempt }));
  const told = make('span', { role: 'status' });
  const button = make(
    'button',
    {
      type: 'button',
      class: 'link',
      'data-testid': 'copy-attempt',
      click: () =>
        void navigator.clipboard?.writeText(attempt).then(
          () => tell(say('copied')),
          // A page may forbid it. What can be selected can still be copied by hand.
          () => select(id, attempt),
        ),
    },
    say('copyAttempt'),
  );
  const tell = (words: string) => {
    told.textContent = words;
  };
  return [id, make('p', {}, button, ' ', told)];
}

function select(element: HTMLElement, text: string): void {
  const line = element.firstChild;
  if (!line) return;
  const start = (line.textContent ?? '').length - text.length;
  getSelection()?.setBaseAndExtent(line, start, line, start + text.length);
}
