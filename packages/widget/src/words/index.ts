import { isRtl, type Language } from '../language.js';
import { type Counted, english, type Said, type Words } from './english.js';

export type { Words } from './english.js';

type Values = Readonly<Record<string, string | number>>;

let words: Words = english;
let language: Language = 'en';

/** From now on all is said in this language. One page, one language: what was drawn before is drawn anew by whoever drew it. */
export function speak(next: Language, said: Words): void {
  [language, words] = [next, said];
}

export const spoken = (): Language => language;

/** For dates and numbers: as the person's device has them, where that is of the language the chat speaks. */
export const locale = (): string | undefined =>
  globalThis.navigator?.language?.startsWith(language) ? undefined : language === 'en' ? 'en-GB' : language;

const fromTheRight = /[\u0590-\u08ff\ufb1d-\ufdfd\ufe70-\ufefc]/;
const letter = /\p{L}/u;

/** A name of the other direction takes nothing of the sentence with it. */
function isolated(value: string): string {
  const turns = isRtl(language) ? letter.test(value) && !fromTheRight.test(value) : fromTheRight.test(value);
  return turns ? `\u2068${value}\u2069` : value;
}

const filled = (text: string, values: Values): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name] ?? '';
    return typeof value === 'number' ? new Intl.NumberFormat(locale()).format(value) : isolated(value);
  });

export const say = (name: Said, values: Values = {}): string => filled(words[name], values);

/** In the form that goes with the number. */
export function count(name: Counted, number: number): string {
  const forms = words[name];
  return filled(forms[new Intl.PluralRules(language).select(number)] ?? forms.other, { count: number });
}
