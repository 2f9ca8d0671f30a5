import { make } from '../element.js';

export type Choice = {
  readonly id: string;
  readonly label: string;
  /** What happens then. */
  readonly outcome?: string;
  readonly main?: boolean;
  readonly action: () => void;
};
export type CardContent = {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly choices: readonly Choice[];
};

/** Something that is asked of the consumer, with the answers there are. It never takes the keyboard away from anybody. */
export function card() {
  const element = make('div', { class: 'asked', hidden: true });
  let drawn = '';
  return {
    element,
    draw(content: CardContent | undefined): void {
      const key = JSON.stringify(content ?? null);
      if (key === drawn) return;
      drawn = key;
      element.hidden = content === undefined;
      element.replaceChildren(...(content ? [drawCard(content)] : []));
    },
  };
}

function drawCard({ id, title, text, choices }: CardContent): HTMLElement {
  return make(
    'section',
    { class: 'card', role: 'group', 'aria-labelledby': `${id}-title`, 'data-testid': id },
    make('h3', { id: `${id}-title` }, title),
    make('p', { class: 'what' }, text),
    ...choices.map((choice) => choiceRow(id, choice)),
  );
}

function choiceRow(card: string, { id, label, outcome, main, action }: Choice): HTMLElement {
  const explained = outcome === undefined ? null : `${card}-${id}`;
  return make(
    'div',
    { class: 'choice' },
    make(
      'button',
      {
        type: 'button',
        class: main ? 'main' : 'second',
        'data-testid': id,
        'aria-describedby': explained,
        click: action,
      },
      label,
    ),
    outcome === undefined ? null : make('p', { id: explained, class: 'outcome' }, outcome),
  );
}
