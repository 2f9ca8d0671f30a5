import type { ChatState } from '@countersign/chat-client';
import type { IdentityState } from '@countersign/chat-client/identity';
import { make, write } from '../element.js';
import { say } from '../words/index.js';

/** Whether it is worth saying that nobody is there: before somebody has the conversation, and not after its end. */
export const isAway = (identity: IdentityState, { answering, conversation }: ChatState): boolean =>
  identity.phase === 'open' &&
  conversation?.state !== 'ended' &&
  !(answering ?? identity.config?.answering ?? true);

/** How one may be reached, for whoever wants to be. */
function contactForm(onSend: (address: string) => Promise<boolean>, onKept: (address: string) => void) {
  const input = make('input', {
    type: 'email',
    id: 'contact',
    name: 'email',
    autocomplete: 'email',
    inputmode: 'email',
    maxlength: '254',
    dir: 'ltr',
    'aria-describedby': 'contact-hint contact-wrong',
    'data-testid': 'contact',
  });
  const wrong = make('p', { id: 'contact-wrong', class: 'wrong', hidden: true });
  const label = make('label', { for: 'contact' });
  const keep = make(
    'button',
    { type: 'submit', class: 'second', 'data-testid': 'contact-keep' },
    say('contactSave'),
  );
  const fault = (words: string) => {
    wrong.textContent = words;
    wrong.hidden = words === '';
    input.setAttribute('aria-invalid', String(words !== ''));
    if (words) input.focus();
  };
  const send = async (event: Event) => {
    event.preventDefault();
    const address = input.value.trim();
    if (address === '' || !input.validity.valid) return fault(say('contactWrong'));
    fault('');
    keep.disabled = true;
    const isKept = await onSend(address);
    keep.disabled = false;
    if (isKept) onKept(address);
    else fault(say('contactNotKept'));
  };
  const beside = make('div', { class: 'beside' }, input, keep);
  const hint = make('p', { id: 'contact-hint', class: 'outcome' }, say('contactHint'));
  const form = make('form', { novalidate: true, submit: (event: Event) => void send(event) });
  form.append(label, beside, wrong, hint);
  return { form, label, input };
}

/** Nobody is on duty: what becomes of what one writes, and how one may be reached. */
export function away(onContact: (address: string) => Promise<boolean>) {
  const told = make('p', { role: 'status', class: 'what' });
  let brand = '';
  const { form, label, input } = contactForm(onContact, (address) => {
    form.hidden = true;
    told.tabIndex = -1;
    told.textContent = say('contactKept', { brand, address });
    told.focus();
  });
  const element = make('section', { class: 'away', 'data-testid': 'away', hidden: true }, told, form);

  return {
    element,
    draw(identity: IdentityState, chat: ChatState): void {
      const was = element.hidden;
      element.hidden = !isAway(identity, chat);
      if (element.hidden) return;
      // Above an empty chat the greeting says so already.
      const isSaid = chat.messages.length === 0 && chat.unsent.length === 0;
      const words = isSaid ? '' : say('nobodyThereShort');
      if (!form.hidden) write(told, words);
      if (!was) return;
      brand = identity.config?.brand.name ?? say('thisBrand');
      form.hidden = false;
      input.value = '';
      label.textContent = say('contactLabel', { brand });
      write(told, words);
    },
  };
}
