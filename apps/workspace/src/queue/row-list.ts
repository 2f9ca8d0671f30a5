/** The rows of a list of which only those in sight are drawn. */
export type RowList = {
  /** Asked when a key is pressed, not whenever a row changes. */
  readonly ids: () => readonly string[];
  /** Draws a row, brings it into sight and gives it the focus. */
  readonly reveal: (id: string) => void;
};

let held: RowList | null = null;

/** There is one such list on a page at a time. Answers how to take it away. */
export function holdRows(rows: RowList): () => void {
  held = rows;
  return () => {
    if (held === rows) held = null;
  };
}

export type Step = 1 | -1 | 'first' | 'last';

const rowOf = (element: Element | null): HTMLElement | null =>
  element instanceof HTMLElement ? element.closest<HTMLElement>('[data-row]') : null;

export const focusedConversation = (): string | undefined =>
  rowOf(document.activeElement)?.dataset['conversation'];

/** Where a step leads from there; from nowhere to the first. */
export function stepFrom(current: number, step: Step, count: number): number {
  if (step === 'first' || (current < 0 && step !== 'last')) return 0;
  if (step === 'last') return count - 1;
  return Math.min(Math.max(current + step, 0), count - 1);
}

/** Moves the focus along the rows, drawn or not. */
export function moveAlongRows(step: Step): void {
  const drawn = [...document.querySelectorAll<HTMLElement>('[data-row]')];
  const current =
    rowOf(document.activeElement) ??
    drawn.find((row) => row.ariaCurrent === 'page' || row.ariaCurrent === 'true');
  if (!held) {
    drawn[stepFrom(current ? drawn.indexOf(current) : -1, step, drawn.length)]?.focus();
    return;
  }
  const ids = held.ids();
  const at = ids.indexOf(current?.dataset['conversation'] ?? '');
  const id = ids[stepFrom(at, step, ids.length)];
  if (id !== undefined) held.reveal(id);
}
