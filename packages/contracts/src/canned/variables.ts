/** A place in a text for a fact: `{{name}}`, `{{billing.balance}}`. */
export type Variable = {
  readonly path: string;
  /** Where it stands, braces included. */
  readonly from: number;
  readonly to: number;
};

const place = /\{\{[ \t]*([a-z][a-z0-9_]{0,60}(?:\.[a-zA-Z][a-zA-Z0-9_]{0,60}){0,4})[ \t]*\}\}/g;

export function variablesIn(text: string): readonly Variable[] {
  return [...text.matchAll(place)].map(({ 0: whole, 1: path = '', index }) => ({
    path,
    from: index,
    to: index + whole.length,
  }));
}

/** What stands in braces and is no place: a name nobody could fill. */
export function brokenIn(text: string): readonly string[] {
  const rest = text.replaceAll(place, '');
  return [...rest.matchAll(/\{\{[^{}]{0,80}(?:\}\})?|\}\}/g)].map(([found]) => found);
}

/**
 * The text with all places filled that have a value. One that has none stays as it is, to be seen: nothing is left out, and
 * what a value says is text and no place, whatever it looks like.
 */
export function filled(text: string, fact: (path: string) => string | undefined): string {
  return text.replaceAll(place, (whole, path: string) => fact(path)?.replaceAll('{{', '{ {') ?? whole);
}
