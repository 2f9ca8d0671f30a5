import { type CardTrouble, cardBodyOf } from '@countersign/chat-client';
import type { CardBody } from '@countersign/claims';
import type { AnswerCard, Card } from '@countersign/contracts';
import { make } from '../../element.js';
import { say } from '../../words/index.js';
import { billView, type WayChoice, wayChoice } from './bill-view.js';
import { stateWords, titleOf, troubleWords, yesWords } from './card-words.js';
import { offerView } from './offer-view.js';
import { receiptView } from './receipt-view.js';

export type CardHost = {
  readonly answer: (answer: AnswerCard) => Promise<CardTrouble>;
  readonly brand: () => string;
};
export type CardView = { readonly element: HTMLElement; readonly draw: (card: Card) => void };

/** One calm sentence, and nothing by half. */
const unknownView = (): CardView => ({
  element: make(
    'p',
    { class: 'deal quiet', 'data-testid': 'card', 'data-kind': 'unknown' },
    say('cardUnknown'),
  ),
  draw: () => undefined,
});

/** A card in the conversation. It stays the same element: only where it stands is drawn anew, and said aloud. */
export function cardView(first: Card, host: CardHost): CardView {
  const body = cardBodyOf(first);
  return body ? knownView(first, body, host) : unknownView();
}

type Parts = {
  readonly title: HTMLElement;
  readonly yes: HTMLButtonElement;
  readonly no: HTMLButtonElement;
  readonly buttons: HTMLElement;
  readonly state: HTMLElement;
  readonly kept: HTMLElement;
  readonly element: HTMLElement;
};

function knownView(first: Card, body: CardBody, host: CardHost): CardView {
  let [card, busy, trouble] = [first, false, ''];
  const ways = body.type === 'bill' ? wayChoice(body, `ways-${first.id}`, () => show()) : undefined;
  const parts = partsOf(first, body, ways, (answer) => void respond(answer));
  const show = () => drawState(parts, { card, body, ways, busy, trouble, brand: host.brand() });
  async function respond(answer: AnswerCard['answer']): Promise<void> {
    const choice = answer === 'accept' ? ways?.chosen()?.id : undefined;
    [busy, trouble] = [true, ''];
    show();
    const why = await host.answer({ card: card.id, answer, ...(choice === undefined ? {} : { choice }) });
    [busy, trouble] = [false, why === undefined ? '' : troubleWords(why, host.brand())];
    show();
  }
  show();
  return {
    element: parts.element,
    draw(next) {
      if (next.changedAt !== card.changedAt) trouble = '';
      card = next;
      show();
    },
  };
}

function partsOf(
  { id }: Card,
  body: CardBody,
  ways: WayChoice | undefined,
  respond: (answer: AnswerCard['answer']) => void,
): Parts {
  const yes = make('button', {
    type: 'button',
    class: 'main',
    'data-testid': 'card-accept',
    click: () => respond('accept'),
  });
  const no = make(
    'button',
    { type: 'button', class: 'second', 'data-testid': 'card-decline', click: () => respond('decline') },
    say('notNow'),
  );
  const buttons = make('div', { class: 'buttons' }, yes, no);
  const title = make('h3', { id: `card-${id}`, dir: 'auto' });
  const state = make('p', { class: 'state', role: 'status', dir: 'auto', 'data-testid': 'card-state' });
  const kept = make('div', {});
  const element = make(
    'section',
    {
      class: 'deal',
      role: 'group',
      'aria-labelledby': `card-${id}`,
      // Said once, when it comes: after that its state speaks for itself.
      'aria-live': 'off',
      'data-testid': 'card',
      'data-kind': body.type,
    },
    title,
    ...(body.type === 'offer' ? offerView(body) : billView(body)),
    ways?.element ?? null,
    body.assurance === 'step-up'
      ? make('p', { class: 'quiet', 'data-for': 'open' }, say('cardConfirmFirst'))
      : null,
    buttons,
    state,
    kept,
  );
  return { title, yes, no, buttons, state, kept, element };
}

type Standing = {
  readonly card: Card;
  readonly body: CardBody;
  readonly ways: WayChoice | undefined;
  readonly busy: boolean;
  readonly trouble: string;
  readonly brand: string;
};

function drawState(parts: Parts, { card, body, ways, busy, trouble, brand }: Standing): void {
  const { yes, no, buttons, state, kept, element } = parts;
  const open = card.state === 'proposed';
  const chosen = ways?.chosen();
  // Where the keyboard stood is gone with the buttons: the card takes it, and says how it stands.
  const had = buttons.contains((element.getRootNode() as ShadowRoot | Document).activeElement);
  element.dataset['state'] = card.state;
  const title = titleOf(body, card.state);
  if (parts.title.textContent !== title) parts.title.textContent = title;
  buttons.hidden = !open;
  for (const note of element.querySelectorAll<HTMLElement>('[data-for=open]')) note.hidden = !open;
  yes.textContent = yesWords(body, chosen);
  const lacksWay = ways !== undefined && chosen === undefined;
  yes.disabled = busy || lacksWay;
  no.disabled = busy;
  ways?.disable(!open || busy);
  if (card.choice !== null) ways?.choose(card.choice);
  const words = busy
    ? say('cardSending')
    : open
      ? trouble || (lacksWay ? say('cardChooseWay') : '')
      : stateWords(card, brand);
  if (state.textContent !== words) state.textContent = words;
  state.toggleAttribute('data-trouble', trouble !== '' || card.state === 'refused');
  const { receipt } = card.outcome ?? {};
  if (receipt && kept.children.length === 0) kept.append(receiptView(receipt));
  if (had && !open) {
    element.tabIndex = -1;
    element.focus();
  }
}
