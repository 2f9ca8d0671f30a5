import type { ChatState, Rating } from '@countersign/chat-client';
import type { Problem } from '@countersign/contracts';
import { make } from '../element.js';
import { say } from '../words/index.js';

type Answer = 'taken' | Pick<Problem, 'code'> | undefined;
const SCORES = [5, 4, 3, 2, 1] as const;

/** Five words to choose from. */
function scoreField() {
  const radios = SCORES.map((score) =>
    make('input', { type: 'radio', name: 'score', value: String(score), 'data-testid': `score-${score}` }),
  );
  const choices = radios.map((radio, index) =>
    make('label', {}, radio, make('span', {}, say(`rated${SCORES[index] ?? 3}`))),
  );
  const element = make(
    'fieldset',
    {},
    make('legend', {}, say('howWasIt')),
    make('div', { class: 'scores' }, ...choices),
  );
  const chosen = () => radios.find(({ checked }) => checked);
  return { element, chosen, focus: () => (chosen() ?? radios[0])?.focus() };
}

/** A sentence for whoever has one; it unfolds with the choice. */
function commentField() {
  const label = make('label', { for: 'why' });
  const input = make('textarea', {
    id: 'why',
    rows: '2',
    maxlength: '500',
    dir: 'auto',
    'data-testid': 'rating-comment',
  });
  const send = make(
    'button',
    { type: 'submit', class: 'main', 'data-testid': 'rating-send' },
    say('rateSend'),
  );
  return {
    element: make('div', { class: 'choice', hidden: true }, label, input, make('div', {}, send)),
    label,
    input,
    send,
  };
}

function fields(onSubmit: (event: Event) => void) {
  const [score, comment] = [scoreField(), commentField()];
  const unfold = () => {
    comment.element.hidden = false;
  };
  const form = make('form', { submit: onSubmit, change: unfold }, score.element, comment.element);
  return { score, comment, form };
}

/** How it was, after the end. */
export function rating(onRate: (rating: Rating) => Promise<Answer>) {
  const { score, comment, form } = fields((event) => void submit(event));
  const told = make('p', { role: 'status', class: 'what' });
  const again = make(
    'button',
    { type: 'button', class: 'link', 'data-testid': 'rating-again', hidden: true, click: () => ask() },
    say('rateAgain'),
  );
  const parts = [form, told, again];
  const element = make('section', { class: 'rating card', 'data-testid': 'rating', hidden: true }, ...parts);
  let of: string | undefined;
  let brand = '';

  function ask(): void {
    [form.hidden, again.hidden, told.textContent] = [false, true, ''];
    score.focus();
  }
  async function submit(event: Event): Promise<void> {
    event.preventDefault();
    const chosen = score.chosen();
    if (!chosen) return;
    comment.send.disabled = true;
    const answer = await onRate({ score: Number(chosen.value), comment: comment.input.value.trim() || null });
    comment.send.disabled = false;
    const isTaken = answer === 'taken';
    const isClosed = !isTaken && answer?.code === 'rating_closed';
    form.hidden = isTaken || isClosed;
    again.hidden = !isTaken;
    told.textContent = isTaken ? say('rateThanks', { brand }) : say(isClosed ? 'rateClosed' : 'rateFailed');
    if (isTaken) again.focus();
  }
  const begin = () => {
    form.reset();
    [form.hidden, again.hidden, comment.element.hidden] = [false, true, true];
    told.textContent = '';
    comment.label.textContent = say('rateWhy', { brand });
  };

  return {
    element,
    /** @param called the brand */
    draw({ conversation }: ChatState, isOpen: boolean, called: string): void {
      const ended = isOpen && conversation?.state === 'ended' ? conversation.id : undefined;
      element.hidden = ended === undefined;
      if (ended === undefined || ended === of) return;
      [of, brand] = [ended, called];
      begin();
    },
  };
}
