const safe: unique symbol = Symbol('safe');

/** Markup that has been escaped. Only `html` makes it. */
export type Html = { readonly [safe]: string };

type Part = Html | string | number | undefined | false | readonly Html[];

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => entities[character] ?? '');

function written(part: Part): string {
  if (part === undefined || part === false) return '';
  if (typeof part === 'string' || typeof part === 'number') return escaped(String(part));
  return 'map' in part ? part.map((one) => one[safe]).join('') : part[safe];
}

/** A template whose values enter as text. */
export const html = (strings: TemplateStringsArray, ...parts: readonly Part[]): Html => ({
  [safe]: strings.reduce((all, string, index) => `${all}${written(parts[index - 1])}${string}`),
});

export const textOf = (markup: Html): string => markup[safe];
